package org.slipway.process.engine.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a model as it is written: which names it uses, and what of it a model may not do. What only a value's
 * type can tell is refused when the expression is evaluated.
 */
public final class ModelExpression {

    private static final Builder GRAMMAR = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final PublishedBeans beans;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> refusals = new ArrayList<>();

    private ModelExpression(PublishedBeans beans) {
        this.beans = beans;
    }

    /** Reads an expression, or a text with expressions in it. */
    public static ModelExpression read(String text, PublishedBeans beans) {
        ModelExpression expression = new ModelExpression(beans);
        try {
            expression.walk(GRAMMAR.build(text).getRoot());
        } catch (TreeBuilderException e) {
            expression.refusals.add("'" + text + "' is not an expression: " + e.getMessage());
        }
        return expression;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The variables and beans that it names. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** What a model may not do; empty for an expression that may run. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void walk(Node node) {
        if (node instanceof AstIdentifier identifier) {
            names.add(identifier.getName());
        } else if (node instanceof AstMethod) {
            checkCall((AstProperty) node.getChild(0));
        } else if (node instanceof AstProperty property) {
            checkRead(property);
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            Node next = node.getChild(child);
            // The called method is not read as a property as well; only what it is called on is walked.
            walk(node instanceof AstMethod && child == 0 ? next.getChild(0) : next);
        }
    }

    private void checkCall(AstProperty called) {
        String method = nameOf(called);
        String root = rootOf(called);
        if (method == null || called instanceof AstBracket) {
            refusals.add("a method is called by its name, not by a computed one");
        } else if (!mayCall(root, method)) {
            refusals.add("%s%s() may not be called in a model".formatted(root == null ? "" : root + ".", method));
        }
    }

    private boolean mayCall(@Nullable String root, String method) {
        if (root != null && beans.contains(root)) {
            return beans.isCallable(root, method);
        }
        Class<?> type = typeOf(root);
        return type == null ? AllowedMembers.knows(method) : AllowedMembers.allows(type, method);
    }

    private void checkRead(AstProperty read) {
        String property = nameOf(read);
        String root = rootOf(read);
        Class<?> type = typeOf(root);
        if (root != null && beans.contains(root)) {
            refusals.add("of the bean %s only methods may be called".formatted(root));
        } else if (property == null && type != null) {
            refusals.add("a property of %s is read by its name, not by a computed one".formatted(root));
        } else if (property != null
                && (property.equals("class") || type != null && !AllowedMembers.allowsProperty(type, property))) {
            refusals.add("%s%s may not be read in a model".formatted(root == null ? "" : root + ".", property));
        }
    }

    private static @Nullable Class<?> typeOf(@Nullable String root) {
        if ("execution".equals(root)) {
            return DelegateExecution.class;
        }
        return "task".equals(root) ? DelegateTask.class : null;
    }

    /** The name of the variable or bean that a member is taken of; none when it is taken of something computed. */
    private static @Nullable String rootOf(AstProperty member) {
        Node prefix = member.getChild(0);
        while (prefix instanceof AstNested) {
            prefix = prefix.getChild(0);
        }
        return prefix instanceof AstIdentifier identifier ? identifier.getName() : null;
    }

    private static @Nullable String nameOf(AstProperty member) {
        if (member instanceof AstDot) {
            // ". name": the node has no public way to ask for its name.
            return member.toString().substring(1).strip();
        }
        Node key = member.getChild(1);
        return key instanceof AstString ? String.valueOf(((AstString) key).eval(null, null)) : null;
    }
}
