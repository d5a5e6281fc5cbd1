package org.slipway.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Portfolios and their pictures over HTTP. */
@RestController
@RequestMapping("/api/portfolios")
class PortfolioController {

    private final Portfolios portfolios;
    private final MergePatch patch;

    PortfolioController(Portfolios portfolios, ObjectMapper json, Validator validator) {
        this.portfolios = portfolios;
        this.patch = new MergePatch(json, validator);
    }

    @GetMapping
    Slice<PortfolioRecord> list(
            @RequestParam(required = false) Portfolio.@Nullable Status status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Portfolio> page = portfolios.list(status, after, limit);
        Set<String> withImage = portfolios.withImage(page.items());
        return new Slice<>(
                page.items().stream()
                        .map(each -> PortfolioRecord.of(each, withImage))
                        .toList(),
                page.next());
    }

    @GetMapping("/{key}")
    ResponseEntity<PortfolioRecord> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), portfolios.get(key));
    }

    @PostMapping
    ResponseEntity<PortfolioRecord> add(@Valid @RequestBody NewPortfolio wanted) {
        Portfolio added = portfolios.add(wanted.key(), wanted.name(), wanted.description());
        return answer(ResponseEntity.created(URI.create("/api/portfolios/" + added.key())), added);
    }

    /** A merge patch; {@code If-Match} may name the revision that the caller has seen. */
    @PatchMapping("/{key}")
    ResponseEntity<PortfolioRecord> change(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PortfolioBody.class)))
                    ObjectNode body) {
        PortfolioBody wanted = patch.apply(PortfolioBody.of(portfolios.get(key)), body, PortfolioBody.class);
        return answer(
                ResponseEntity.ok(),
                portfolios.change(
                        key, wanted.name(), wanted.description(), wanted.status(), EntityTag.revision(ifMatch)));
    }

    /** Retires it: what releases name is never deleted. */
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String key) {
        Portfolio portfolio = portfolios.get(key);
        portfolios.change(key, portfolio.name(), portfolio.description(), Portfolio.Status.RETIRED, null);
    }

    /** Shown in place, so it says nothing but pixels: neither guessed to be anything else, nor able to run anything. */
    @GetMapping("/{key}/image")
    ResponseEntity<byte[]> image(@PathVariable String key) {
        PortfolioImage image = portfolios.image(key).orElseThrow(() -> new Unknown("image-unknown", null, key));
        return ResponseEntity.ok()
                .eTag(image.sha256())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .body(image.content());
    }

    @PostMapping(path = "/{key}/image", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(@PathVariable String key, @RequestPart MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            portfolios.show(key, content.readNBytes(PortfolioImage.LARGEST + 1));
        }
    }

    @DeleteMapping("/{key}/image")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void showNone(@PathVariable String key) {
        portfolios.showNone(key);
    }

    private ResponseEntity<PortfolioRecord> answer(ResponseEntity.BodyBuilder response, Portfolio portfolio) {
        return response.eTag(EntityTag.of(portfolio.revision()))
                .body(PortfolioRecord.of(portfolio, portfolios.withImage(List.of(portfolio))));
    }

    /**
     * @param image    where its picture is; none when it has none
     * @param revision the entity tag
     */
    record PortfolioRecord(
            String key,
            String name,
            @Nullable String description,
            Portfolio.Status status,
            @Nullable String image,
            int revision) {

        static PortfolioRecord of(Portfolio from, Set<String> withImage) {
            return new PortfolioRecord(
                    from.key(),
                    from.name(),
                    from.description(),
                    from.status(),
                    withImage.contains(from.key()) ? "/api/portfolios/" + from.key() + "/image" : null,
                    from.revision());
        }
    }

    record NewPortfolio(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String key,

            @NotBlank @Size(max = 100) String name,
            @Size(max = 1000) @Nullable String description) {}

    record PortfolioBody(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 1000) @Nullable String description,
            @NotNull Portfolio.Status status) {

        static PortfolioBody of(Portfolio from) {
            return new PortfolioBody(from.name(), from.description(), from.status());
        }
    }
}
