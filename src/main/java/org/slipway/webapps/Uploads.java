package org.slipway.webapps;

import jakarta.servlet.MultipartConfigElement;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What an upload may be, all of it following from the largest file that is taken. */
@Configuration
class Uploads {

    private static final long REST_OF_THE_FORM = DataSize.ofMegabytes(2).toBytes();
    private static final long READ_AT_LEAST = DataSize.ofMegabytes(100).toBytes();

    private final MultipartProperties multipart;

    Uploads(MultipartProperties multipart) {
        this.multipart = multipart;
    }

    /** A request that is as large as its file and a little more. */
    @Bean
    MultipartConfigElement multipartConfigElement() {
        long file = largestFile();
        if (file < 0) {
            multipart.setMaxRequestSize(DataSize.ofBytes(-1));
        } else if (multipart.getMaxRequestSize().toBytes() >= 0) {
            multipart.setMaxRequestSize(
                    DataSize.ofBytes(Math.max(multipart.getMaxRequestSize().toBytes(), file + REST_OF_THE_FORM)));
        }
        return multipart.createMultipartConfig();
    }

    /** What is too large is read and thrown away, so that its sender gets an answer instead of a broken connection. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersWhoSendsTooMuch() {
        int most = (int) Math.min(Integer.MAX_VALUE, Math.max(READ_AT_LEAST, 2 * largestFile()));
        return server -> server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(most);
            }
        });
    }

    private long largestFile() {
        return multipart.getMaxFileSize().toBytes();
    }
}
