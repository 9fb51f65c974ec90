package cn.yuanlin.platform.media;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where media are kept if no bucket is named
 * @param s3 a bucket, in place of the folder
 */
@ConfigurationProperties("yuanlin.media")
record MediaProperties(
        @DefaultValue("") String folder, @DefaultValue S3 s3) {
    /**
     * @param endpoint empty for Amazon's own
     * @param bucket empty for none
     * @param prefix before each key, empty or ending in a slash
     * @param pathStyle whether the bucket stands in the path, as small servers want it, and not in the host's name
     */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("cn-north-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("false") boolean pathStyle) {
        boolean isUsed() {
            return !bucket.isEmpty();
        }

        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }
}
