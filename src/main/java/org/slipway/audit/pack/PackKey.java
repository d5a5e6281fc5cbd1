package org.slipway.audit.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;
import org.springframework.stereotype.Component;

/**
 * The installation's key for packs, if it has one: on an elliptic curve or RSA, signing by SHA-256, because every version of
 * openssl verifies that with one command. A file that cannot be used keeps the application from starting.
 */
@Component
class PackKey {

    private static final int SMALLEST_RSA = 2048;

    /** @param id SHA-256 of the public key's DER encoding, by which it is known outside */
    record Pair(PrivateKey secret, PublicKey shown, String id) {

        byte[] sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance(algorithm(shown));
                signature.initSign(secret);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final @Nullable Pair pair;

    PackKey(PackSettings settings) {
        Path file = settings.keyFile();
        this.pair = file == null || file.toString().isBlank() ? null : read(file);
    }

    Optional<Pair> pair() {
        return Optional.ofNullable(pair);
    }

    static String id(PublicKey key) {
        return Digest.ofBytes(key.getEncoded());
    }

    static String algorithm(PublicKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    static String pem(PublicKey key) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    }

    /** The public key in a PEM text. */
    static PublicKey publicKey(String pem) throws GeneralSecurityException {
        byte[] encoded = block(pem, "PUBLIC KEY");
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        }
    }

    static boolean isSignedBy(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(algorithm(key));
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Pair read(Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            PublicKey shown = publicKey(pem);
            PrivateKey secret = KeyFactory.getInstance(shown.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
            if (shown instanceof java.security.interfaces.RSAPublicKey rsa
                    && rsa.getModulus().bitLength() < SMALLEST_RSA) {
                throw new GeneralSecurityException("shorter than " + SMALLEST_RSA + " bits");
            }
            Pair read = new Pair(secret, shown, id(shown));
            byte[] probe = read.id().getBytes(StandardCharsets.US_ASCII);
            if (!isSignedBy(shown, probe, read.sign(probe))) {
                throw new GeneralSecurityException("the public key is not that of the private key");
            }
            return read;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "slipway.audit.pack.key-file " + file + " must hold an EC or RSA key, as BEGIN PRIVATE KEY (PKCS#8)"
                            + " followed by BEGIN PUBLIC KEY (src/docs/operations.md, Audit packs): " + e.getMessage(),
                    e);
        }
    }

    private static byte[] block(String pem, String name) throws GeneralSecurityException {
        Matcher found = Pattern.compile("-----BEGIN " + name + "-----([^-]*)-----END " + name + "-----")
                .matcher(pem);
        if (!found.find()) {
            throw new GeneralSecurityException("no " + name);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
