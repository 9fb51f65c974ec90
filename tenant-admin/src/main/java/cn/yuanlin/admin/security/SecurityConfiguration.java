package cn.yuanlin.admin.security;

import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.shared.Problems;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.client.RestTemplate;

@Configuration
class SecurityConfiguration {
    private static final String AUDIENCE = "yuanlin";
    /** Clocks of machines in one platform differ by less. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Health and figures live on the management port, which the network keeps inside. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain endpoints(HttpSecurity http, EndpointAccess access, Problems problems) {
        var unauthenticated = unauthenticated(problems);
        var forbidden = forbidden(problems);
        return http.authorizeHttpRequests(requests -> requests
                        // The request itself was let in, or refused, before it came to these.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(access))
                .oauth2ResourceServer(server -> server.jwt(token -> {})
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Bearer tokens only: no cookie a foreign page could ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    JwtDecoder tokens(TokenSettings settings) {
        var transport = new SimpleClientHttpRequestFactory();
        transport.setConnectTimeout(Duration.ofSeconds(2));
        transport.setReadTimeout(Duration.ofSeconds(3));
        var decoder = NimbusJwtDecoder.withJwkSetUri(settings.jwksUrl())
                .restOperations(new RestTemplate(transport))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(AUDIENCE)));
        return decoder;
    }

    private static AuthenticationEntryPoint unauthenticated(Problems problems) {
        return (request, response, refused) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(response, ProblemType.UNAUTHENTICATED.because("登录已失效或尚未登录，请重新登录。"));
        };
    }

    private static AccessDeniedHandler forbidden(Problems problems) {
        return (request, response, refused) ->
                problems.write(response, ProblemType.FORBIDDEN.because("您的账号没有这项操作的权限。"));
    }
}
