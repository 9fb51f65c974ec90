package cn.yuanlin.platform.message;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** SMS by HTTP: {@code POST /sms} with phone and text, as the simulator takes it and a small relay before any provider can. */
final class SmsChannel implements MessageChannel {
    private static final String SIGNATURE = "【缘邻】";

    private final RestClient relay;

    SmsChannel(RestClient relay) {
        this.relay = relay;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public ChannelOutcome send(ContactBook.Contact contact, Wording wording) {
        var phone = contact.phone();
        if (phone == null) return new ChannelOutcome.NotReachable("NO_PHONE");
        try {
            relay.post()
                    .uri("/sms")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("phone", phone, "text", SIGNATURE + wording.title() + "：" + wording.body()))
                    .retrieve()
                    .toBodilessEntity();
            return new ChannelOutcome.Sent();
        } catch (HttpStatusCodeException refused) {
            return of(refused.getStatusCode().value());
        } catch (ResourceAccessException broken) {
            return ChannelOutcome.ofBrokenConnection(broken);
        }
    }

    private static ChannelOutcome of(int status) {
        var reason = "SMS_" + status;
        if (status == 429 || status == 503) return new ChannelOutcome.TryLater(reason);
        return status < 500 ? new ChannelOutcome.NotReachable(reason) : new ChannelOutcome.Unknown(reason);
    }
}
