package cn.yuanlin.platform.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaProperties.class)
class MediaConfiguration {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    @Bean
    MediaStore mediaStore(MediaProperties properties) {
        if (properties.s3().isUsed()) return s3(properties.s3());
        if (properties.folder().isBlank())
            throw new IllegalStateException("not set in the environment: YUANLIN_MEDIA_DIR or YUANLIN_MEDIA_S3_BUCKET");
        return new FolderMediaStore(Path.of(properties.folder()));
    }

    static S3MediaStore s3(MediaProperties.S3 bucket) {
        var client = S3Client.builder()
                .region(Region.of(bucket.region()))
                .forcePathStyle(bucket.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                // Not every S3 takes uploads in signed pieces, or the checksums that newer clients add; ours are small,
                // and Tink's.
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(ANSWERING));
        if (!bucket.endpoint().isEmpty()) client.endpointOverride(URI.create(bucket.endpoint()));
        return new S3MediaStore(client.build(), bucket.bucket(), bucket.prefix());
    }
}
