package cn.yuanlin.platform.access;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Checks tokens here; who may do what is {@link AccessInterceptor}'s. Keys are fetched when the first token comes, so the service
 * starts without Keycloak.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String AUDIENCE = "yuanlin";
    private static final int KEYS_TIMEOUT_MILLIS = 2_000;

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            PublicEndpoints publicEndpoints,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.csrf(csrf -> csrf.disable())
                .cors(cors -> cors.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .requestMatchers("/internal/**")
                        .hasAuthority(AccessInterceptor.SERVICE_AUTHORITY)
                        .requestMatchers("/api/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(publicEndpoints)
                        .authenticationEntryPoint((request, response, refused) ->
                                problems.resolveException(request, response, null, refused))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            // By default an issuer that can't be asked is thrown on, and answered as a fault of ours.
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler((request, response, refused) ->
                                        problems.resolveException(request, response, null, refused));
                                return filter;
                            }
                        })
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> new JwtAuthenticationToken(
                                token,
                                Claims.realmRoles(token).stream()
                                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                                        .collect(Collectors.toSet()),
                                Objects.requireNonNull(token.getSubject())))))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, refused) ->
                                problems.resolveException(request, response, null, refused))
                        .accessDeniedHandler((request, response, refused) ->
                                problems.resolveException(request, response, null, refused)))
                .build();
    }

    @Bean
    JwtDecoder jwtDecoder(@Value("${yuanlin.issuer}") String issuer, @Value("${yuanlin.jwks-url}") String keysUrl) {
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(KEYS_TIMEOUT_MILLIS);
        http.setReadTimeout(KEYS_TIMEOUT_MILLIS);
        var decoder = NimbusJwtDecoder.withJwkSetUri(keysUrl)
                .restOperations(new RestTemplate(http))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<String>("sub", Objects::nonNull),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE))));
        return decoder;
    }
}
