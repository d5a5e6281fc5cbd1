package org.slipway.release.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.SolutionCategories;
import org.slipway.release.SolutionCategory;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The registry of solution categories over HTTP. */
@RestController
@RequestMapping("/api/solution-categories")
class SolutionCategoryController {

    private final SolutionCategories categories;

    SolutionCategoryController(SolutionCategories categories) {
        this.categories = categories;
    }

    @GetMapping
    Slice<CategoryRecord> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit) {
        Slice<SolutionCategory> page = categories.list(active, after, limit);
        return new Slice<>(page.items().stream().map(CategoryRecord::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    CategoryRecord get(@PathVariable UUID id) {
        return CategoryRecord.of(categories.get(id));
    }

    @PostMapping
    ResponseEntity<CategoryRecord> add(@Valid @RequestBody NewCategory wanted) {
        SolutionCategory added = categories.add(wanted.name(), wanted.parent());
        return ResponseEntity.created(URI.create("/api/solution-categories/" + added.key()))
                .body(CategoryRecord.of(added));
    }

    /**
     * Moves it in the tree, and lets it be chosen or not; its name stays. {@code If-Match} may name the revision that the
     * caller has seen.
     */
    @PutMapping("/{id}")
    CategoryRecord change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Place place) {
        return CategoryRecord.of(categories.change(id, place.parent(), place.active(), ifMatch));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        categories.remove(id);
    }

    /**
     * @param parent   the name of the category that it belongs to; none at the top
     * @param revision the entity tag
     */
    record CategoryRecord(UUID id, String name, @Nullable String parent, boolean active, String revision) {

        static CategoryRecord of(SolutionCategory from) {
            return new CategoryRecord(from.key(), from.name(), from.parent(), from.isActive(), from.revision());
        }
    }

    record NewCategory(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 100) @Nullable String parent) {}

    record Place(
            @Size(max = 100) @Nullable String parent,
            @NotNull Boolean active) {}
}
