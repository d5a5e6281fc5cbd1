package org.slipway.release;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The registry of solution categories. */
@Component
public class SolutionCategories {

    private static final int MOST = 500;

    private final SolutionCategoryRepository categories;

    SolutionCategories(SolutionCategoryRepository categories) {
        this.categories = categories;
    }

    /** Adds the category when nobody has used it before. */
    public void ensure(String name) {
        if (!categories.existsById(name)) {
            categories.save(new SolutionCategory(name));
        }
    }

    public List<String> names() {
        return categories.findAllBy(Sort.by("name"), Limit.of(MOST)).stream()
                .map(SolutionCategory::getId)
                .toList();
    }
}
