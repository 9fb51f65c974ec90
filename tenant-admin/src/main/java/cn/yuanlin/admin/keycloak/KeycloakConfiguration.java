package cn.yuanlin.admin.keycloak;

import jakarta.ws.rs.client.Client;
import java.util.concurrent.TimeUnit;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.ClientBuilderWrapper;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class KeycloakConfiguration {
    /** Brings our administrative rights into the token; the tokens that cells see go without. */
    private static final String MANAGE_PEOPLE = "manage-people";

    @Bean(destroyMethod = "close")
    Client keycloakTransport(KeycloakSettings settings) {
        return ClientBuilderWrapper.create(null, false)
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class, 100)
                .build();
    }

    @Bean(destroyMethod = "close")
    Keycloak keycloak(KeycloakSettings settings, Client keycloakTransport) {
        return KeycloakBuilder.builder()
                .serverUrl(settings.url().toString())
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(MANAGE_PEOPLE)
                .resteasyClient(keycloakTransport)
                .build();
    }
}
