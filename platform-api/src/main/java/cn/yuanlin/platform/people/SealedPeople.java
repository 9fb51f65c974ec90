package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.keys.SealedColumn.Form.TEXT;

import cn.yuanlin.platform.keys.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the roll and its objections keep encrypted. */
@Configuration(proxyBeanMethods = false)
class SealedPeople {
    private static final String IDENTITY = "encode(identity_hash, 'hex')";

    @Bean
    SealedColumn personPhone() {
        return new SealedColumn("person", "phone_cipher", TEXT, PersonSecrets.PHONE, IDENTITY);
    }

    @Bean
    SealedColumn personDocument() {
        return new SealedColumn("person", "id_cipher", TEXT, PersonSecrets.DOCUMENT, IDENTITY);
    }

    @Bean
    SealedColumn recordedPhone() {
        return new SealedColumn("person_record", "phone_cipher", TEXT, PersonSecrets.PHONE, IDENTITY);
    }

    @Bean
    SealedColumn objectionText() {
        return new SealedColumn("objection", "text_cipher", TEXT, ObjectionSecrets.TEXT, "id::text");
    }

    @Bean
    SealedColumn objectionAnswer() {
        return new SealedColumn("objection_answer", "text_cipher", TEXT, ObjectionSecrets.ANSWER, "objection_id::text");
    }
}
