package org.slipway.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the pages speak of what is there, and that what is there is spoken of. */
final class Docs {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern SECTION_NAMED_IN_CODE = Pattern.compile("docs/domain\\.md, ([^)]+)\\)");
    private static final Pattern DECISION_NAMED_IN_CODE = Pattern.compile("adr/(\\d{4})");
    private static final Pattern REFUSAL_NAMED_IN_PAGES = Pattern.compile("4\\d\\d `([a-z-]+)`");
    private static final Pattern BEAN_FOR_MODELS =
            Pattern.compile("@ForModels\\s+@Component|@Component[^{]*@ForModels");
    private static final Pattern VARIABLE = Pattern.compile("SLIPWAY_[A-Z_]*[A-Z]");

    private Docs() {}

    /** Relative links of a page that lead nowhere. */
    static List<String> deadLinks(Path page) {
        return matches(LINK, text(page))
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .map(target -> page + " → " + target)
                .toList();
    }

    /** Sections that the code names and the page does not have; the beginning of a heading is enough. */
    static List<String> missingSections(Stream<Path> code, Path page) {
        List<String> headings = text(page)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        return code.flatMap(file -> matches(SECTION_NAMED_IN_CODE, text(file))
                        .flatMap(found -> Arrays.stream(found.group(1).split(";")))
                        .map(String::strip)
                        .filter(section -> headings.stream().noneMatch(heading -> heading.startsWith(section)))
                        .map(section -> file + " names " + section))
                .toList();
    }

    static List<String> missingDecisions(Stream<Path> code, Path decisions) {
        Set<String> known = Sources.files(decisions)
                .map(file -> file.getFileName().toString().split("-")[0])
                .collect(Collectors.toSet());
        return code.flatMap(file -> matches(DECISION_NAMED_IN_CODE, text(file))
                        .map(found -> found.group(1))
                        .filter(decision -> !known.contains(decision))
                        .map(decision -> file + " names " + decision))
                .toList();
    }

    /** Refusals that a page tells of and that have no text, so nobody is refused so. */
    static List<String> unknownRefusals(Path page, Path texts) {
        String known = text(texts);
        return matches(REFUSAL_NAMED_IN_PAGES, text(page))
                .map(refusal -> refusal.group(1))
                .filter(refusal -> !known.contains("problem." + refusal + "="))
                .toList();
    }

    /** Beans published for models that the page does not name. */
    static List<String> unnamedBeans(Stream<Path> code, Path page) {
        String named = text(page);
        return code.filter(file -> BEAN_FOR_MODELS.matcher(text(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .map(type -> Character.toLowerCase(type.charAt(0)) + type.substring(1))
                .filter(bean -> !named.contains("`" + bean))
                .toList();
    }

    /** Environment variables that configuration asks for and the page does not explain. */
    static List<String> undocumentedVariables(Stream<Path> configuration, Path page) {
        String explained = text(page);
        return configuration
                .flatMap(file -> matches(VARIABLE, text(file)))
                .map(MatchResult::group)
                .distinct()
                .filter(variable -> !explained.contains("`" + variable + "`"))
                .toList();
    }

    /** With sentences that go on in the next line of a comment joined. */
    private static String text(Path file) {
        return String.join("\n", SourceFile.read(file).lines()).replaceAll("\n\\s*\\*\\s+", " ");
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results();
    }
}
