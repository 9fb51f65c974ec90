package cn.yuanlin.platform.identity;

import cn.yuanlin.platform.message.ContactBook.Contact;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The control plane's internal list of people, asked by subject. Each call may take a few seconds. */
@Component
public class PeopleClient {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleClient.class);
    private static final int RETRY_SECONDS = 5;

    private final ServiceToken tokens;
    private final RestClient http;
    private final String people;

    PeopleClient(IdentitySettings settings, ServiceToken tokens) {
        this.tokens = tokens;
        this.http = ServiceToken.client(settings);
        this.people = settings.tenantAdminUrl() + "/internal/people/{subject}";
    }

    /**
     * Empty for who has none: staff sign in with a name.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 if the control plane can't be asked
     */
    public Optional<VerifiedPhone> phoneOf(String subject) {
        return person(subject)
                .filter(found -> found.phone() != null && found.phoneVerifiedAt() != null)
                .map(found ->
                        new VerifiedPhone(String.valueOf(found.phone()), Boolean.TRUE.equals(found.reverifyNeeded())));
    }

    /**
     * Where the person can be reached; empty for who has no account of a resident.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 if the control plane can't be asked
     */
    Optional<Contact> contactOf(String subject) {
        return person(subject).map(found -> new Contact(found.phone(), found.openid()));
    }

    /**
     * Whether the person's number may have passed to somebody else.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 if the control plane can't be asked
     */
    boolean isMarked(String subject) {
        return person(subject)
                .map(found -> Boolean.TRUE.equals(found.reverifyNeeded()))
                .orElse(false);
    }

    /**
     * Whether the person said a code of their phone since then; true for who has no account of a resident.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 if the control plane can't be asked
     */
    boolean showedPhoneSince(String subject, Instant since) {
        return person(subject)
                .map(found ->
                        found.phoneShownAt() != null && found.phoneShownAt().isAfter(since))
                .orElse(true);
    }

    private Optional<Person> person(String subject) {
        return call(token -> Optional.ofNullable(http.get()
                .uri(people, subject)
                .headers(headers -> sign(headers, token))
                .retrieve()
                .body(Person.class)));
    }

    /** Lets the person's tokens say that they belong to the estate that is bound, or no longer. Doing it again changes nothing. */
    public void belongs(String subject, boolean belongs) {
        var place = people + "/estates/{estate}";
        var estate = CurrentEstate.get().id();
        call(token -> {
            http.method(belongs ? HttpMethod.PUT : HttpMethod.DELETE)
                    .uri(place, subject, estate)
                    .headers(headers -> sign(headers, token))
                    .retrieve()
                    .toBodilessEntity();
            return Optional.empty();
        });
    }

    /** The person proved anew, by more than the phone, who they are. Doing it again changes nothing. */
    public void reverified(String subject) {
        call(token -> {
            http.post()
                    .uri(people + "/reverification", subject)
                    .headers(headers -> sign(headers, token))
                    .retrieve()
                    .toBodilessEntity();
            return Optional.empty();
        });
    }

    private static void sign(HttpHeaders headers, String token) {
        headers.setBearerAuth(token);
    }

    private <T> Optional<T> call(Function<String, Optional<T>> call) {
        try {
            var token = tokens.bearer();
            try {
                return orEmpty(token, call);
            } catch (HttpClientErrorException.Unauthorized notTaken) {
                // The realm may have changed its keys: the next token has them.
                tokens.discard(token);
                return orEmpty(tokens.bearer(), call);
            }
        } catch (RestClientException away) {
            // Its message may quote the address, and that has the subject; nothing more.
            LOG.warn(
                    "the control plane can't be asked about a person: {}",
                    away.getClass().getSimpleName());
            throw IdentityProblem.IDENTITY_UNAVAILABLE
                    .problem()
                    .retryAfter(RETRY_SECONDS)
                    .raise();
        }
    }

    private static <T> Optional<T> orEmpty(String token, Function<String, Optional<T>> call) {
        try {
            return call.apply(token);
        } catch (HttpClientErrorException.NotFound nobody) {
            return Optional.empty();
        }
    }

    private record Person(
            @Nullable String phone,
            @Nullable String phoneVerifiedAt,
            @Nullable Boolean reverifyNeeded,
            @Nullable Instant phoneShownAt,
            @Nullable String openid) {}
}
