package cn.yuanlin.admin.keycloak;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Opens sessions for residents we have recognised. Refreshing and ending them is the gateway's, straight at Keycloak. */
@Component
public class ResidentSessions {
    private final Tickets tickets;
    private final ResidentClientSettings client;
    private final KeycloakSettings settings;
    private final RestClient http;

    ResidentSessions(Tickets tickets, ResidentClientSettings client, KeycloakSettings settings) {
        this.tickets = tickets;
        this.client = client;
        this.settings = settings;
        var transport = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build());
        transport.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(transport).build();
    }

    /**
     * @return empty if Keycloak lets this account in no more
     * @throws cn.yuanlin.admin.shared.Refusal of type {@link KeycloakProblem#UNAVAILABLE}
     */
    public Optional<ResidentTokens> open(UUID subject) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "password");
        form.add("client_id", client.clientId());
        form.add("client_secret", client.clientSecret());
        form.add("ticket", tickets.issue(subject));
        try {
            return Optional.ofNullable(http.post()
                    .uri(settings.url() + "/realms/{realm}/protocol/openid-connect/token", settings.realm())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(ResidentTokens.class));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.UNAUTHORIZED
                    && refused.getResponseBodyAsString().contains("invalid_grant")) {
                return Optional.empty();
            }
            throw away(refused);
        } catch (RestClientException unreachable) {
            throw away(unreachable);
        }
    }

    private static RuntimeException away(RestClientException cause) {
        var refusal = KeycloakProblem.UNAVAILABLE.because("登录服务暂时无法使用，请稍后再试一次。");
        refusal.initCause(cause);
        return refusal;
    }
}
