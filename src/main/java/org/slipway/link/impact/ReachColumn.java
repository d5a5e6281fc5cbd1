package org.slipway.link.impact;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** A reach as lines of text: the fingerprint, then a key a line, with a mark for its effect. Keys have no line breaks. */
@Converter
@Immutable
class ReachColumn implements AttributeConverter<Reach, String> {

    private static final String IMPACTED = "!";
    private static final String WEAKENED = "~";

    @Override
    public String convertToDatabaseColumn(Reach reach) {
        return Stream.of(
                        Stream.of(reach.fingerprint()),
                        reach.impacted().stream().map(IMPACTED::concat),
                        reach.weakened().stream().map(WEAKENED::concat))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Reach convertToEntityAttribute(String text) {
        List<String> lines = text.lines().toList();
        return new Reach(marked(lines, IMPACTED), marked(lines, WEAKENED), lines.get(0));
    }

    private static SortedSet<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
