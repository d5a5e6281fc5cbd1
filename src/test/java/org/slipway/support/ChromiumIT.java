package org.slipway.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class ChromiumIT {

    @Test
    void speaksTheLanguageOfItsPersonAndCollectsErrorsOfScripts(Chromium chromium) {
        var page = chromium.open("pt-BR", "data:text/html,<title>Slipway</title><script>nonsense()</script>");

        assertThat(page.title()).isEqualTo("Slipway");
        assertThat(page.evaluate("navigator.language")).isEqualTo("pt-BR");
        assertThat(chromium.errors()).singleElement().asString().contains("nonsense");
    }
}
