package org.slipway.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PackKeyTest {

    @TempDir
    Path folder;

    @Test
    void signsWithAnEllipticCurveOrRsa() throws Exception {
        for (String pem : new String[] {Keys.ec(), Keys.rsa()}) {
            PackKey.Pair pair = key(pem).pair().orElseThrow();
            byte[] signature = pair.sign("said".getBytes(UTF_8));

            assertThat(PackKey.isSignedBy(pair.shown(), "said".getBytes(UTF_8), signature))
                    .isTrue();
            assertThat(PackKey.isSignedBy(pair.shown(), "sad".getBytes(UTF_8), signature))
                    .isFalse();
            assertThat(PackKey.publicKey(PackKey.pem(pair.shown()))).isEqualTo(pair.shown());
        }
    }

    @Test
    void isNoneWhereNoneIsSet() {
        assertThat(new PackKey(new PackSettings(null, DataSize.ofMegabytes(1), 1)).pair())
                .isEmpty();
    }

    @Test
    void keepsTheApplicationFromStartingWhenItCannotBeUsed() throws GeneralSecurityException {
        String secret = Keys.ec().replaceAll("(?s)-----BEGIN PUBLIC.*", "");
        String shown = Keys.ec().replaceAll("(?s)^.*-----END PRIVATE KEY-----\n", "");

        assertThatThrownBy(() -> key("no key")).hasMessageContaining("key-file");
        assertThatThrownBy(() -> key(secret)).hasMessageContaining("no PUBLIC KEY");
        assertThatThrownBy(() -> key(secret + shown)).hasMessageContaining("not that of the private key");
        assertThatThrownBy(() -> new PackKey(new PackSettings(folder.resolve("nowhere"), DataSize.ofMegabytes(1), 1)))
                .hasMessageContaining("nowhere");
    }

    private PackKey key(String pem) throws GeneralSecurityException {
        try {
            return new PackKey(
                    new PackSettings(Files.writeString(folder.resolve("key.pem"), pem), DataSize.ofMegabytes(1), 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
