package org.slipway.link;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.slipway.link.LinkRepository.Reference;
import org.slipway.release.ReleaseReferences;
import org.springframework.stereotype.Component;

/** Shows the record of a release what is linked to it. */
@Component
class LinkedReferences implements ReleaseReferences {

    private final LinkRepository links;

    LinkedReferences(LinkRepository links) {
        this.links = links;
    }

    @Override
    public References of(String release) {
        Map<String, List<String>> byKind = links.references(release).stream()
                .collect(groupingBy(Reference::getKind, mapping(Reference::getName, toList())));
        return new References(
                byKind.getOrDefault(LinkRepository.CHANGE, List.of()),
                byKind.getOrDefault(LinkRepository.ITEM, List.of()));
    }
}
