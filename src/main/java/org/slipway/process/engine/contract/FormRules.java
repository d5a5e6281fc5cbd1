package org.slipway.process.engine.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms lie in the deployment of the model that shows them, and ask only for known variables. */
final class FormRules {

    private static final Pattern KEY = Pattern.compile("embedded:deployment:([a-z0-9-]+\\.html)");

    /** A field, or a script's access to a variable. */
    private static final Pattern FIELD = Pattern.compile("(?:cam-variable-name|data-answer)\\s*=\\s*(['\"])(.*?)\\1"
            + "|(?:fetchVariable|createVariable|variableValue)\\s*\\(\\s*(?:\\{\\s*name\\s*:\\s*)?(['\"])(.*?)\\3");

    private FormRules() {}

    static void checkKeys(BpmnFile file, Archive archive, Findings.InFile findings) {
        file.forEachElement(element -> {
            String key = element.getAttributeNS(BpmnFile.CAMUNDA, "formKey");
            if (key.isEmpty()) {
                return;
            }
            Matcher form = KEY.matcher(key);
            if (!form.matches()) {
                findings.add(
                        file.ownerOf(element),
                        "the form is bound to its deployment: embedded:deployment:plan-release.html, not %s",
                        key);
            } else if (!archive.hasFile(form.group(1))) {
                findings.add(file.ownerOf(element), "there is no form %s in the deployment", form.group(1));
            }
        });
    }

    static void checkFields(byte[] form, ModelVocabulary vocabulary, Findings.InFile findings) {
        Matcher fields = FIELD.matcher(new String(form, UTF_8));
        while (fields.find()) {
            String field = fields.group(2) == null ? fields.group(4) : fields.group(2);
            findings.addUnless(
                    vocabulary.variables().contains(field), field, "the field is no variable that models share");
        }
    }
}
