package cn.yuanlin.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.message.ContactBook.Contact;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestPeople;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleContactsTest extends PlatformTest {
    @Autowired
    private PeopleContacts contacts;

    @Test
    void knowsThePhoneAndTheOpenIdOfWhoeverHasThem() {
        TestPeople.verified("contact-a", "13800000001");
        assertThat(contacts.of("contact-a")).contains(new Contact("13800000001", null));
        TestPeople.inWeChat("contact-a", "openid-a");
        assertThat(contacts.of("contact-a")).contains(new Contact("13800000001", "openid-a"));
        assertThat(contacts.of("contact-nobody")).isEmpty();
    }

    @Test
    void saysThatItCantSayNow() {
        TestPeople.whileAway(
                () -> assertThatThrownBy(() -> contacts.of("contact-a")).isInstanceOf(UncheckedIOException.class));
    }
}
