package org.slipway.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class RegistriesOverHttpTest {

    private final SlipwayClient slipway;

    RegistriesOverHttpTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void showsPortfoliosAndTheirModels() {
        assertThat(get("/api/portfolios").path("items"))
                .extracting(portfolio -> portfolio.path("key").asText())
                .contains("general");
        assertThat(get("/api/portfolios/general/models?status=ACTIVE").path("items"))
                .extracting(
                        model -> model.path("key").asText(),
                        model -> model.path("planningProcess").asText())
                .contains(tuple("standard", "release-planning"));
        slipway.as("auditor").get("/api/portfolios/other/models").expectProblem(404, "portfolio-unknown");
        slipway.as("auditor").get("/api/portfolios?limit=0").expect(400);
    }

    @Test
    void showsContractsUnitsAndLocations() {
        assertThat(get("/api/contracts?active=true").path("items")).isNotEmpty();
        assertThat(get("/api/units?contract=internal").path("items")).isNotEmpty();
        assertThat(get("/api/locations").path("items")).isNotEmpty();
        assertThat(get("/api/units?text=INFORMATION&active=true&forContract=internal")
                        .path("items"))
                .isNotEmpty();
        assertThat(get("/api/units?text=nobody").path("items")).isEmpty();
    }

    @Test
    void keepsContractsUnitsAndLocations() {
        slipway.as("operator")
                .post("/api/contracts", Map.of("key", "abroad", "name", "Abroad"))
                .expectProblem(403, "operation-not-allowed");
        SlipwayClient.Answer made = slipway.as("manager")
                .post("/api/contracts", Map.of("key", "abroad", "name", "Abroad"))
                .expect(201);
        slipway.as("manager")
                .post("/api/contracts", Map.of("key", "abroad", "name", "Again"))
                .expectProblem(409, "contract-exists");
        slipway.as("manager")
                .post("/api/units", Map.of("key", "port", "name", "Port", "contract", "nowhere"))
                .expectProblem(400, "contract-unknown");
        slipway.as("manager")
                .post("/api/units", Map.of("key", "port", "name", "Port", "contract", "abroad"))
                .expect(201);
        slipway.as("manager")
                .post("/api/locations", Map.of("key", "quay", "name", "Quay", "unit", "port"))
                .expect(201);

        slipway.as("manager")
                .with("If-Match", made.header("ETag").orElseThrow())
                .patch("/api/contracts/abroad", Map.of("name", "Overseas", "active", false))
                .expect(200);
        slipway.as("manager")
                .with("If-Match", made.header("ETag").orElseThrow())
                .patch("/api/contracts/abroad", Map.of("active", true))
                .expectProblem(409, "concurrent-change");
        slipway.as("manager")
                .patch("/api/contracts/internal", Map.of("active", false))
                .expectProblem(409, "contract-in-use");
        slipway.as("manager")
                .post("/api/units", Map.of("key", "dock", "name", "Dock", "contract", "abroad"))
                .expectProblem(422, "contract-not-active");
        // What names it already goes on.
        slipway.as("manager").patch("/api/units/port", Map.of("active", false)).expect(200);
        slipway.as("manager")
                .patch("/api/locations/quay", Map.of("name", "North quay"))
                .expect(200);
        assertThat(get("/api/locations/quay").path("unit").asText()).isEqualTo("port");
        assertThat(slipway.as("auditor")
                        .get("/api/audit/journal?kind=CHANGE&person=manager&limit=50")
                        .expect(200)
                        .text())
                .contains("portfolio.Contract abroad");
    }

    @Test
    void keepsCalendars() {
        Map<String, Object> nights = new HashMap<>();
        nights.put("key", "nights");
        nights.put("name", "Nights in Madrid");
        nights.put("zone", "Europe/Madrid");
        nights.put("considerHolidays", true);
        nights.put("week", Map.of("SUNDAY", List.of("00:00-06:00", "22:00-24:00")));
        nights.put(
                "exceptions", List.of(Map.of("firstDay", "2027-01-01", "lastDay", "2027-01-02", "shifts", List.of())));

        slipway.as("operator").post("/api/calendars", nights).expectProblem(403, "operation-not-allowed");
        slipway.as("manager").post("/api/calendars", nights).expect(201);
        slipway.as("manager").post("/api/calendars", nights).expectProblem(409, "calendar-exists");
        JsonNode kept = get("/api/calendars/nights");
        assertThat(kept.path("week").path("SUNDAY").path(1).asText()).isEqualTo("22:00-24:00");
        assertThat(kept.path("exceptions").path(0).path("lastDay").asText()).isEqualTo("2027-01-02");

        nights.put("week", Map.of("SUNDAY", List.of("22:00-25:00")));
        slipway.as("manager").put("/api/calendars/nights", nights).expectProblem(400, "shift-malformed");
        nights.put("week", Map.of());
        slipway.as("manager").put("/api/calendars/nights", nights).expectProblem(422, "calendar-without-working-time");
        nights.put("zone", "Europe/Nowhere");
        slipway.as("manager").put("/api/calendars/nights", nights).expectProblem(400, "zone-unknown");

        slipway.as("manager").delete("/api/calendars/around-the-clock").expectProblem(409, "calendar-in-use");
        slipway.as("manager").delete("/api/calendars/nights").expect(204);
        slipway.as("manager").get("/api/calendars/nights").expectProblem(404, "calendar-unknown");
    }

    @Test
    void overwritesNothingThatTheCallerHasNotSeen() {
        SlipwayClient manager = slipway.as("manager");
        String holiday = manager.post("/api/holidays", Map.of("date", "2028-05-01", "name", "May"))
                .expect(201)
                .json()
                .path("revision")
                .asText();
        JsonNode justification = get("/api/justifications?limit=1").at("/items/0");
        JsonNode category = manager.post("/api/solution-categories", Map.of("name", "Unseen"))
                .expect(201)
                .json();
        JsonNode calendar = get("/api/calendars/business-hours");

        SlipwayClient late = manager.with("If-Match", "\"seen-long-ago\"");
        late.post("/api/holidays", Map.of("date", "2028-05-01", "name", "Labour Day"))
                .expectProblem(409, "concurrent-change");
        late.patch("/api/justifications/" + justification.path("id").asText(), Map.of("refusal", true))
                .expectProblem(409, "concurrent-change");
        late.put("/api/solution-categories/" + category.path("id").asText(), Map.of("active", false))
                .expectProblem(409, "concurrent-change");
        late.put("/api/calendars/business-hours", calendar).expectProblem(409, "concurrent-change");
        late.patch("/api/item-classes/Unseen", Map.of()).expectProblem(404, "item-class-unknown");

        manager.with("If-Match", "\"" + holiday + "\"")
                .post("/api/holidays", Map.of("date", "2028-05-01", "name", "Labour Day"))
                .expect(201);
        manager.with("If-Match", "\"" + calendar.path("revision").asText() + "\"")
                .put("/api/calendars/business-hours", calendar)
                .expect(200);
        manager.delete("/api/holidays/2028-05-01").expect(204);
    }

    @Test
    void keepsHolidays() {
        slipway.as("manager")
                .post("/api/holidays", Map.of("date", "2027-12-25", "name", "Christmas"))
                .expect(201);
        assertThat(get("/api/holidays?after=2027-12-24")
                        .path("items")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("Christmas");
        slipway.as("manager").delete("/api/holidays/2027-12-25").expect(204);
        slipway.as("manager").delete("/api/holidays/2027-12-25").expectProblem(404, "holiday-unknown");
    }

    @Test
    void keepsJustifications() {
        Map<String, Object> audit = Map.of("description", "Audit under way", "suspension", true);

        slipway.as("operator").post("/api/justifications", audit).expectProblem(403, "operation-not-allowed");
        JsonNode added = slipway.as("manager")
                .post("/api/justifications", audit)
                .expect(201)
                .json();
        String path = "/api/justifications/" + added.path("id").asText();
        slipway.as("manager").post("/api/justifications", audit).expectProblem(409, "justification-exists");
        JsonNode changed = slipway.as("manager")
                .patch(path, Map.of("status", "INACTIVE", "reopening", true))
                .expect(200)
                .json();
        assertThat(changed.path("suspension").asBoolean()).isTrue();
        assertThat(changed.path("reopening").asBoolean()).isTrue();
        assertThat(get("/api/justifications?use=SUSPENSION&status=ACTIVE").path("items"))
                .isNotEmpty()
                .noneMatch(item -> item.path("description").asText().equals("Audit under way"));
        slipway.as("manager").delete(path).expect(204);
        slipway.as("manager").get(path).expectProblem(404, "justification-unknown");
    }

    private JsonNode get(String path) {
        return slipway.as("auditor").get(path).expect(200).json();
    }
}
