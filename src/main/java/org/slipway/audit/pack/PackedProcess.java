package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.DrawnModel;
import org.slipway.process.flow.ProcessRecord;
import org.slipway.process.flow.ProcessRecord.Kept;
import org.slipway.process.flow.ReleaseTrails;
import org.slipway.process.flow.SvgDrawing;
import org.slipway.process.flow.Trail;
import org.springframework.stereotype.Component;

/** What the engine did for a release: its runs step by step, the models they ran on, and the way through each. */
@Component
class PackedProcess {

    private final ReleaseTrails trails;
    private final ObjectMapper json;

    PackedProcess(ReleaseTrails trails, ObjectMapper json) {
        this.trails = trails;
        this.json = json;
    }

    /**
     * @param model   the file of the model @param drawing the file of the drawing; neither of a model that was removed
     * @param kept    the file with the run as it was kept when the engine forgot it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filed(
            @Nullable String model,
            @Nullable String drawing,
            @Nullable String kept,
            Trail run) {}

    /** @return the models as deployed, by id */
    Map<String, String> pack(ProcessRecord process, PackFile pack) throws IOException {
        Map<String, String> models = new LinkedHashMap<>();
        for (Trail run : process.runs()) {
            if (!models.containsKey(run.model())) {
                trails.model(run.model()).ifPresent(model -> models.put(run.model(), model));
            }
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (Kept each : process.kept()) {
            kept.put(each.id(), "process/kept/" + each.id() + ".json");
        }
        List<Filed> filed = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (Trail run : process.runs()) {
            boolean drawn = models.containsKey(run.model());
            String file = "process/" + run.process() + "-" + run.version() + ".bpmn";
            if (drawn) {
                files.put(file, models.get(run.model()));
            }
            filed.add(new Filed(
                    drawn ? file : null,
                    drawn
                            ? "process/%02d-cycle-%d-%s.svg".formatted(filed.size() + 1, run.cycle(), run.process())
                            : null,
                    kept.get(run.id()),
                    run));
        }
        pack.add(
                "process/history.json",
                out -> json.writerWithDefaultPrettyPrinter().writeValue(out, filed));
        for (Map.Entry<String, String> file : files.entrySet()) {
            pack.add(file.getKey(), out -> out.write(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        for (Kept each : process.kept()) {
            pack.add(Objects.requireNonNull(kept.get(each.id())), out -> out.write(each.content()));
        }
        for (Filed each : filed) {
            String model = models.get(each.run().model());
            if (model != null && each.drawing() != null) {
                String svg = SvgDrawing.of(DrawnModel.of(model, each.run()));
                pack.add(each.drawing(), out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return models;
    }
}
