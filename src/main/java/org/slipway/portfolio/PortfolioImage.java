package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slipway.shared.BusinessRuleViolated;

/** The picture by which people recognise a portfolio: small, and of a kind that can carry no script. */
@Entity
@Table(name = "portfolio_image")
public class PortfolioImage {

    /** In bytes. */
    static final int LARGEST = 512 * 1024;

    @Id
    @Column(name = "portfolio_key")
    private String portfolio;

    private String mediaType;

    private String sha256;

    private byte[] content;

    protected PortfolioImage() {}

    /**
     * @throws BusinessRuleViolated {@code image-too-large}, or {@code image-kind} for anything but PNG, JPEG and WebP,
     *                              whatever it is called
     */
    PortfolioImage(String portfolio, byte[] content) {
        if (content.length > LARGEST) {
            throw new BusinessRuleViolated("image-too-large", "file", LARGEST / 1024);
        }
        this.portfolio = portfolio;
        this.mediaType = recognised(content);
        this.sha256 = hash(content);
        this.content = content.clone();
    }

    private static String recognised(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return "image/png";
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        throw new BusinessRuleViolated("image-kind", "file");
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** image/png, image/jpeg or image/webp. */
    public String mediaType() {
        return mediaType;
    }

    /** Of the content, in hexadecimal; changes with the picture. */
    public String sha256() {
        return sha256;
    }

    public byte[] content() {
        return content.clone();
    }
}
