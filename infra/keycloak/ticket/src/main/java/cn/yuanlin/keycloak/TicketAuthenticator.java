package cn.yuanlin.keycloak;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.directgrant.AbstractDirectGrantAuthenticator;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Takes a {@link Ticket} in the form field {@code ticket} of a direct grant, once, and only for residents' accounts,
 * which are the ones with a phone. The secret comes from the environment, {@code YUANLIN_TICKET_SECRET}; without one of
 * at least 32 bytes every ticket is refused.
 */
public final class TicketAuthenticator extends AbstractDirectGrantAuthenticator {
    /** Names this in authentication flows. */
    public static final String ID = "yuanlin-ticket";

    private static final Logger log = Logger.getLogger(TicketAuthenticator.class);
    private static final String SECRET = "YUANLIN_TICKET_SECRET";
    private static final int SHORTEST_SECRET = 32;
    /** A used ticket is remembered for longer than any can live. */
    private static final long REMEMBERED_SECONDS = 2 * Ticket.LONGEST_LIFE.toSeconds();

    private @Nullable SecretKey key;

    @Override
    public void init(Config.Scope config) {
        var secret = Optional.ofNullable(System.getenv(SECRET)).orElse("").getBytes(StandardCharsets.UTF_8);
        if (secret.length < SHORTEST_SECRET) {
            log.warnf("%s is missing or shorter than %d bytes: residents can't sign in", SECRET, SHORTEST_SECRET);
            return;
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var shown = context.getHttpRequest().getDecodedFormParameters().getFirst("ticket");
        var ticket = shown == null || key == null
                ? Optional.<Ticket>empty()
                : Ticket.read(shown, key, Instant.ofEpochSecond(Time.currentTime()));
        if (ticket.isEmpty() || !firstUse(context, ticket.get())) {
            refuse(context, Errors.INVALID_TOKEN);
            return;
        }
        var user = context.getSession()
                .users()
                .getUserById(context.getRealm(), ticket.get().subject());
        if (user == null || user.getFirstAttribute("phone") == null) {
            refuse(context, Errors.USER_NOT_FOUND);
            return;
        }
        context.getEvent().user(user).detail(Details.USERNAME, user.getUsername());
        if (!user.isEnabled()) {
            refuse(context, Errors.USER_DISABLED);
            return;
        }
        // A phone stays signed in for as long as the realm lets remembered sessions live; staff's are never remembered.
        context.getAuthenticationSession().setAuthNote(Details.REMEMBER_ME, "true");
        context.setUser(user);
        context.success();
    }

    private static boolean firstUse(AuthenticationFlowContext context, Ticket ticket) {
        return context.getSession().singleUseObjects().putIfAbsent(ID + "." + ticket.id(), REMEMBERED_SECONDS);
    }

    /** Outside all refusals look alike; the event says which it was. */
    private void refuse(AuthenticationFlowContext context, String error) {
        context.getEvent().error(error);
        context.failure(
                AuthenticationFlowError.INVALID_CREDENTIALS, errorResponse(401, "invalid_grant", "Invalid ticket"));
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing a resident would have to set up.
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Yuanlin ticket";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public String getHelpText() {
        return "Signs in whom tenant-admin has recognised, by a signed ticket that holds for a minute and once.";
    }
}
