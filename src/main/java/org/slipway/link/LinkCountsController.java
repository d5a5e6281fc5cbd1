package org.slipway.link;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slipway.release.Releases;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many links of which kind a release has. */
@RestController
class LinkCountsController {

    private final Releases releases;
    private final LinkRepository links;

    LinkCountsController(Releases releases, LinkRepository links) {
        this.releases = releases;
        this.links = links;
    }

    /** By the kind as it stands in addresses; kinds of which there is none are left out. */
    @GetMapping("/api/releases/{release}/links")
    @Transactional(readOnly = true)
    public Map<String, Long> counts(@PathVariable String release) {
        releases.get(release);
        Map<String, Long> counts = new TreeMap<>();
        for (Object[] row : links.counts(release)) {
            long count = (Long) row[1];
            if (count > 0) {
                counts.put(((String) row[0]).toLowerCase(Locale.ROOT), count);
            }
        }
        return counts;
    }
}
