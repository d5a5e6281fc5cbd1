package org.slipway.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.OpenToAuditors;
import org.slipway.reporting.SavedSearches.Saved;
import org.slipway.shared.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(SavedSearchController.PATH)
class SavedSearchController {

    static final String PATH = "/api/searches";

    record NewSearch(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Valid ReleaseQuestion question,
            boolean shared) {}

    private final SavedSearches searches;

    SavedSearchController(SavedSearches searches) {
        this.searches = searches;
    }

    @GetMapping
    Slice<Saved> list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return searches.list(after, limit);
    }

    @GetMapping("/{id}")
    Saved get(@PathVariable UUID id) {
        return searches.get(id);
    }

    @OpenToAuditors("Kept for whoever asks")
    @PostMapping
    ResponseEntity<Saved> save(@Valid @RequestBody NewSearch wanted) {
        Saved saved = searches.save(wanted.name().strip(), wanted.question(), wanted.shared());
        return ResponseEntity.created(URI.create(PATH + "/" + saved.id())).body(saved);
    }

    @OpenToAuditors("Only what one has kept oneself")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        searches.remove(id);
    }
}
