package org.slipway.audit.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slipway.process.flow.DrawnModel;
import org.slipway.process.flow.ReleaseFlows;
import org.slipway.process.flow.SvgDrawing;
import org.slipway.process.flow.Trail;
import org.springframework.stereotype.Component;

/** What the engine remembers of a release: its runs step by step, the models they ran on, and the way through each. */
@Component
class PackedProcess {

    private final ReleaseFlows flows;
    private final ObjectMapper json;

    PackedProcess(ReleaseFlows flows, ObjectMapper json) {
        this.flows = flows;
        this.json = json;
    }

    /** @param model the file of the model @param drawing the file of the drawing */
    record Filed(String model, String drawing, Trail run) {}

    /** @return the models as deployed, by id */
    Map<String, String> pack(String release, List<Trail> trails, PackFile pack) throws IOException {
        Map<String, String> models = new LinkedHashMap<>();
        trails.forEach(trail -> models.computeIfAbsent(trail.model(), model -> flows.model(release, model)));
        List<Filed> filed = new ArrayList<>();
        for (Trail trail : trails) {
            String place = "process/%02d-cycle-%d-%s.svg".formatted(filed.size() + 1, trail.cycle(), trail.process());
            filed.add(new Filed(modelFile(trail), place, trail));
        }
        pack.add(
                "process/history.json",
                out -> json.writerWithDefaultPrettyPrinter().writeValue(out, filed));
        for (Map.Entry<String, String> model : models.entrySet()) {
            Trail of = trails.stream()
                    .filter(trail -> trail.model().equals(model.getKey()))
                    .findFirst()
                    .orElseThrow();
            pack.add(modelFile(of), out -> out.write(model.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        for (Filed one : filed) {
            String svg = SvgDrawing.of(
                    DrawnModel.of(Objects.requireNonNull(models.get(one.run().model())), one.run()));
            pack.add(one.drawing(), out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
        }
        return models;
    }

    private static String modelFile(Trail trail) {
        return "process/" + trail.process() + "-" + trail.version() + ".bpmn";
    }
}
