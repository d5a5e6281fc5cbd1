package org.slipway.cmdb;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Relationships between configuration items over HTTP. */
@RestController
@RequestMapping(ItemController.PATH + "/relationships")
class RelationshipController {

    private final Relationships relationships;

    RelationshipController(Relationships relationships) {
        this.relationships = relationships;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Connection add(@Valid @RequestBody NewRelationship wanted) {
        return relationships.add(wanted.from(), wanted.to(), wanted.type().strip());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String from, @RequestParam String to, @RequestParam String type) {
        relationships.remove(from, to, type);
    }

    record NewRelationship(
            @NotBlank String from,
            @NotBlank String to,

            @NotBlank @Size(max = Relationship.LONGEST_TYPE) String type) {}
}
