package org.slipway.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
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

/** Release models and the flows that they can be bound to, over HTTP. */
@RestController
@RequestMapping("/api")
class ModelController {

    private final Portfolios portfolios;
    private final ReleaseModels models;
    private final ModelEditing editing;
    private final DeployedFlows flows;
    private final MergePatch patch;

    ModelController(
            Portfolios portfolios,
            ReleaseModels models,
            ModelEditing editing,
            DeployedFlows flows,
            ObjectMapper json,
            Validator validator) {
        this.portfolios = portfolios;
        this.models = models;
        this.editing = editing;
        this.flows = flows;
        this.patch = new MergePatch(json, validator);
    }

    /** The newest version of each deployed process that can carry out a phase. */
    @GetMapping("/flows")
    Slice<DeployedFlow> flows(@RequestParam FlowKind kind) {
        return new Slice<>(flows.newest(kind), null);
    }

    /** Of all portfolios, and of all statuses unless one is asked for. */
    @GetMapping("/models")
    Slice<ModelRecord> list(
            @RequestParam(required = false) ReleaseModel.@Nullable Status status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ReleaseModel> page = models.list(null, status, after, limit);
        return new Slice<>(page.items().stream().map(ModelRecord::of).toList(), page.next());
    }

    /** For whoever knows a release's model but not its portfolio. */
    @GetMapping("/models/{key}")
    ResponseEntity<ModelRecord> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), models.get(key));
    }

    /** Of all statuses unless one is asked for. */
    @GetMapping("/portfolios/{portfolio}/models")
    Slice<ModelRecord> list(
            @PathVariable String portfolio,
            @RequestParam(required = false) ReleaseModel.@Nullable Status status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ReleaseModel> page = models.list(portfolios.get(portfolio).key(), status, after, limit);
        return new Slice<>(page.items().stream().map(ModelRecord::of).toList(), page.next());
    }

    @GetMapping("/portfolios/{portfolio}/models/{key}")
    ResponseEntity<ModelRecord> get(@PathVariable String portfolio, @PathVariable String key) {
        return answer(ResponseEntity.ok(), in(portfolio, key));
    }

    /** What it has said from change to change, the newest first. */
    @GetMapping("/portfolios/{portfolio}/models/{key}/versions")
    Slice<VersionRecord> versions(
            @PathVariable String portfolio,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<ModelVersion> page = models.versions(in(portfolio, key).key(), after, limit);
        return new Slice<>(page.items().stream().map(VersionRecord::of).toList(), page.next());
    }

    /** New unless it says otherwise. */
    @PostMapping("/portfolios/{portfolio}/models")
    ResponseEntity<ModelRecord> add(@PathVariable String portfolio, @Valid @RequestBody ModelBody wanted) {
        if (wanted.key() == null) {
            throw new Malformed("field-required", "key", "key");
        }
        ReleaseModel added = editing.add(
                wanted.key(),
                portfolio,
                wanted.definition(),
                wanted.status() == null ? ReleaseModel.Status.NEW : wanted.status());
        return answer(
                ResponseEntity.created(URI.create("/api/portfolios/" + portfolio + "/models/" + added.key())), added);
    }

    /** A merge patch, which makes a new version; {@code If-Match} may name the revision that the caller has seen. */
    @Transactional
    @PatchMapping("/portfolios/{portfolio}/models/{key}")
    public ResponseEntity<ModelRecord> change(
            @PathVariable String portfolio,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ModelBody.class)))
                    ObjectNode body) {
        ReleaseModel model = in(portfolio, key);
        ModelBody wanted = patch.apply(ModelBody.of(model), body, ModelBody.class);
        if (!key.equals(wanted.key())) {
            throw new Malformed("model-key-fixed", "key", key);
        }
        ReleaseModel.Status status = wanted.status() == null ? model.status() : wanted.status();
        return answer(
                ResponseEntity.ok(), editing.change(model, wanted.definition(), status, EntityTag.revision(ifMatch)));
    }

    /** Retires it: releases that have it go on. */
    @Transactional
    @DeleteMapping("/portfolios/{portfolio}/models/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void retire(@PathVariable String portfolio, @PathVariable String key) {
        editing.retire(in(portfolio, key));
    }

    private ReleaseModel in(String portfolio, String key) {
        ReleaseModel model = models.get(key);
        if (!model.portfolio().equals(portfolios.get(portfolio).key())) {
            throw new Unknown("model-unknown", null, key);
        }
        return model;
    }

    private static ResponseEntity<ModelRecord> answer(ResponseEntity.BodyBuilder response, ReleaseModel model) {
        return response.eTag(EntityTag.of(model.revision())).body(ModelRecord.of(model));
    }

    /**
     * @param planningVersion   the version that it is pinned to; none for the newest
     * @param deploymentVersion as {@code planningVersion}
     * @param version           of the model
     * @param revision          the entity tag
     */
    record ModelRecord(
            String key,
            String portfolio,
            String name,
            @Nullable String description,
            String planningProcess,
            @Nullable Integer planningVersion,
            String deploymentProcess,
            @Nullable Integer deploymentVersion,
            String executorGroup,
            String approverGroup,
            String calendar,
            @Nullable String category,
            ReleaseKind kind,
            String defaultImpact,
            String defaultUrgency,
            @Nullable String defaultRisk,
            @Nullable String defaultContract,
            List<MandatoryItem> mandatory,
            ReleaseModel.Status status,
            int version,
            int revision) {

        static ModelRecord of(ReleaseModel from) {
            ModelDefinition says = from.definition();
            return new ModelRecord(
                    from.key(),
                    from.portfolio(),
                    says.name(),
                    says.description(),
                    says.planningProcess(),
                    says.planningVersion(),
                    says.deploymentProcess(),
                    says.deploymentVersion(),
                    says.executorGroup(),
                    says.approverGroup(),
                    says.calendar(),
                    says.category(),
                    says.kind(),
                    says.defaultImpact(),
                    says.defaultUrgency(),
                    says.defaultRisk(),
                    says.defaultContract(),
                    says.mandatory().stream().sorted().toList(),
                    from.status(),
                    from.version(),
                    from.revision());
        }
    }

    /** One version of a model. */
    record VersionRecord(
            int version, ReleaseModel.Status status, String changedBy, Instant changedAt, ModelDefinition definition) {

        static VersionRecord of(ModelVersion from) {
            return new VersionRecord(
                    from.number(), from.status(), from.changedBy(), from.changedAt(), from.definition());
        }
    }
}
