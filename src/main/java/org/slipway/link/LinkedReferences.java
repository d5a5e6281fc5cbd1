package org.slipway.link;

import java.util.List;
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
    public List<String> changes(String release) {
        return links.changeNumbers(release);
    }

    @Override
    public List<String> configurationItems(String release) {
        return links.itemKeys(release);
    }
}
