package org.slipway.cmdb;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The classes of configuration items over HTTP. What a body leaves out stays as it is. */
@RestController
@RequestMapping(ItemClassController.PATH)
class ItemClassController {

    static final String PATH = "/api/item-classes";

    private final ItemClasses classes;

    ItemClassController(ItemClasses classes) {
        this.classes = classes;
    }

    @GetMapping
    Slice<ClassRecord> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ItemClasses.Described> page = classes.list(after, limit);
        return new Slice<>(page.items().stream().map(ClassRecord::of).toList(), page.next());
    }

    @GetMapping("/{code}")
    ClassRecord get(@PathVariable String code) {
        return ClassRecord.of(classes.get(code));
    }

    @PostMapping
    ResponseEntity<ClassRecord> create(@Valid @RequestBody NewClass wanted) {
        String code = wanted.code().strip();
        ClassRecord made = ClassRecord.of(classes.create(code, wanted.changes()::over));
        return ResponseEntity.created(URI.create(PATH + "/" + UriUtils.encode(code, "UTF-8")))
                .body(made);
    }

    /** {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{code}")
    ClassRecord change(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClassChange change) {
        return ClassRecord.of(classes.change(code, change::over, ifMatch));
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        classes.remove(code);
    }

    /**
     * A class of configuration items.
     *
     * @param label      its name in the caller's language, else its code
     * @param attributes its own
     * @param all        its own and those it inherits
     * @param revision   the entity tag
     */
    record ClassRecord(
            String code,
            @Nullable String parent,
            String label,
            Map<String, String> names,
            @Nullable String description,
            List<ItemAttribute> attributes,
            List<ItemAttribute> all,
            String revision) {

        static ClassRecord of(ItemClasses.Described described) {
            ItemClass.Details details = described.itemClass().details();
            String code = described.itemClass().code();
            String language = LocaleContextHolder.getLocale().getLanguage();
            return new ClassRecord(
                    code,
                    details.parent(),
                    details.names().getOrDefault(language, details.names().getOrDefault("en", code)),
                    details.names(),
                    details.description(),
                    details.attributes(),
                    described.attributes(),
                    details.revision());
        }
    }

    /** What of a class is to be different; an empty parent makes it a class of the first level. */
    record ClassChange(
            @Nullable @Size(max = 60) String parent,

            @Nullable Map<@Pattern(regexp = "en|es|pt") String, @NotBlank @Size(max = 100) String> names,

            @Nullable @Size(max = 1000) String description,
            @Nullable @Size(max = 100) List<@Valid ItemAttribute> attributes) {

        ItemClass.Details over(ItemClass.Details before) {
            Map<String, String> merged = new TreeMap<>(before.names());
            if (names != null) {
                merged.putAll(names);
            }
            return new ItemClass.Details(
                    parent == null ? before.parent() : parent.isBlank() ? null : parent.strip(),
                    merged,
                    description == null ? before.description() : description,
                    attributes == null ? before.attributes() : attributes);
        }
    }

    record NewClass(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[^\\p{Cntrl}/]*")
            String code,

            @Nullable @Size(max = 60) String parent,

            @Nullable Map<@Pattern(regexp = "en|es|pt") String, @NotBlank @Size(max = 100) String> names,

            @Nullable @Size(max = 1000) String description,
            @Nullable @Size(max = 100) List<@Valid ItemAttribute> attributes) {

        ClassChange changes() {
            return new ClassChange(parent, names, description, attributes);
        }
    }
}
