package org.slipway.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import org.slipway.shared.Malformed;

/** Changes of flat records as RFC 7396 has them: what is absent stays, what is {@code null} is taken away. */
class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws Malformed                    {@code field-unknown} or {@code field-invalid}, naming the field
     * @throws ConstraintViolationException when the whole is not valid any more
     */
    <T extends Record> T apply(T present, ObjectNode change, Class<T> type) {
        ObjectNode merged = json.valueToTree(present);
        merged.setAll(change);
        T wanted = read(merged, type);
        Set<ConstraintViolation<T>> violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return wanted;
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw new Malformed("field-unknown", unknown.getPropertyName(), unknown.getPropertyName());
        } catch (JsonProcessingException broken) {
            String field = broken instanceof JsonMappingException mapping
                            && !mapping.getPath().isEmpty()
                    ? mapping.getPath().get(0).getFieldName()
                    : "";
            throw new Malformed("field-invalid", field, field);
        }
    }
}
