package org.slipway.link;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The system notifications of a release over HTTP. */
@RestController
@RequestMapping("/api/releases/{release}/links/notifications")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    Slice<NoticeView> list(
            @PathVariable String release,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Notice> page = notices.list(release, after, limit);
        return new Slice<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NoticeView add(@PathVariable String release, @Valid @RequestBody NewNotice wanted) {
        return view(notices.add(release, wanted.title(), wanted.validFrom(), wanted.validTo(), wanted.audience()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String release, @PathVariable UUID id) {
        notices.remove(release, id);
    }

    private NoticeView view(Notice from) {
        return new NoticeView(
                from.id(), from.title(), from.validFrom(), from.validTo(), from.audience(), notices.isValid(from));
    }

    record NewNotice(
            @NotBlank @Size(max = 200) String title,
            @Nullable @JsonAlias("from") Instant validFrom,
            @Nullable @JsonAlias("to") Instant validTo,
            @Nullable @Size(max = 200) String audience) {}

    /** @param valid whether it holds now */
    record NoticeView(
            UUID id,
            String title,
            Instant validFrom,
            @Nullable Instant validTo,
            @Nullable String audience,
            boolean valid) {}
}
