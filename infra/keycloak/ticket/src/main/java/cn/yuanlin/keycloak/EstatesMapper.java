package cn.yuanlin.keycloak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Names every estate a resident belongs to in the claim {@code organization}, keyed by alias as Keycloak's own mapper does.
 * Keycloak's own drops the scope {@code organization:*} at the sign-in of people who belong nowhere yet, and a refresh
 * can't bring it back: they would join an estate and have to sign in again.
 */
public final class EstatesMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {
    /** Names this in clients. */
    public static final String ID = "yuanlin-estates";

    private static final String CLAIM = "organization";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext client) {
        var estates = new TreeMap<String, Map<String, String>>();
        session.getProvider(OrganizationProvider.class)
                .getByMember(userSession.getUser())
                .filter(OrganizationModel::isEnabled)
                .forEach(estate -> estates.put(estate.getAlias(), Map.of()));
        if (!estates.isEmpty()) {
            token.getOtherClaims().put(CLAIM, estates);
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Yuanlin estates";
    }

    @Override
    public String getHelpText() {
        return "Names the organizations of the person, whatever scope was asked for.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
