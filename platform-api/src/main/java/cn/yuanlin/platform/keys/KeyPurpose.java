package cn.yuanlin.platform.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.security.GeneralSecurityException;

/** One key for one thing. */
enum KeyPurpose {
    TEXT,
    FILE,
    LOOKUP;

    private static final int HASH_BYTES = 32;

    Parameters parameters() throws GeneralSecurityException {
        return switch (this) {
            case TEXT -> PredefinedAeadParameters.AES256_GCM;
            case FILE -> PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB;
            // No prefix: a hash is compared as it stands, so it must not change with the key's number.
            case LOOKUP ->
                HmacParameters.builder()
                        .setKeySizeBytes(HASH_BYTES)
                        .setTagSizeBytes(HASH_BYTES)
                        .setHashType(HmacParameters.HashType.SHA256)
                        .setVariant(HmacParameters.Variant.NO_PREFIX)
                        .build();
        };
    }
}
