package cn.yuanlin.platform.access;

import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.EstateState;
import cn.yuanlin.platform.tenancy.KnownPeople;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Decides for every handler by its {@link Access}. What it can't decide it refuses. */
@Component
class AccessInterceptor implements HandlerInterceptor {
    static final String CALLER = AccessInterceptor.class.getName() + ".caller";
    static final String SERVICE_AUTHORITY = "ROLE_cell-operator";
    private static final Set<String> MACHINES = Set.of(SERVICE_AUTHORITY, "ROLE_route-reader", "ROLE_people-reader");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final KnownRoles knownRoles;
    private final Reverification reverification;
    private final KnownPeople knownPeople;

    AccessInterceptor(KnownRoles knownRoles, Reverification reverification, KnownPeople knownPeople) {
        this.knownRoles = knownRoles;
        this.reverification = reverification;
        this.knownPeople = knownPeople;
    }

    static @Nullable Access accessOf(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var access = handler instanceof HandlerMethod method ? accessOf(method) : null;
        if (access == null) throw CommonProblem.FORBIDDEN.problem().raise();
        switch (access.value()) {
            case PUBLIC -> requireOpenEstate(request);
            case SERVICE -> admitService(request);
            case SIGNED_IN, GUEST, MEMBER, ROLES -> admitPerson(access, request);
        }
        if (CurrentEstate.isBound() && !access.whileSuspended() && !READING.contains(request.getMethod()))
            refuseIfSuspended();
        return true;
    }

    private static void requireOpenEstate(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/") && !CurrentEstate.isBound())
            throw TenancyProblem.ESTATE_NOT_FOUND.problem().raise();
    }

    private static void admitService(HttpServletRequest request) {
        var token = token();
        var isService = token.getAuthorities().stream().anyMatch(a -> SERVICE_AUTHORITY.equals(a.getAuthority()));
        if (!isService) throw CommonProblem.FORBIDDEN.problem().raise();
        request.setAttribute(CALLER, new Caller(token.getName(), nameIn(token), Set.of()));
    }

    private void admitPerson(Access access, HttpServletRequest request) {
        var token = token();
        if (!CurrentEstate.isBound())
            throw TenancyProblem.ESTATE_NOT_FOUND.problem().raise();
        if (isMachine(token)) throw CommonProblem.FORBIDDEN.problem().raise();
        var needsClaim = access.value() == Access.Level.MEMBER || access.value() == Access.Level.ROLES;
        if (needsClaim
                && !Claims.organizations(token.getToken())
                        .contains(CurrentEstate.get().id().toString()))
            throw CommonProblem.FORBIDDEN.problem().raise();
        var roles = knownRoles.rolesOf(token.getName());
        if (!allows(access, roles)) throw CommonProblem.FORBIDDEN.problem().raise();
        // Asked each time: what was proved a moment ago counts, and what came into doubt too.
        if (access.proven() && reverification.isNeededOf(token.getName()))
            throw AccessProblem.REVERIFICATION_NEEDED.problem().raise();
        if (access.fresh() && !reverification.isFreshOf(token.getName()))
            throw AccessProblem.PHONE_PROOF_NEEDED.problem().raise();
        knownPeople.note(CurrentEstate.get().id(), token.getName());
        request.setAttribute(CALLER, new Caller(token.getName(), nameIn(token), roles));
    }

    private static boolean allows(Access access, Set<Role> roles) {
        return switch (access.value()) {
            case SIGNED_IN -> true;
            case GUEST -> !roles.isEmpty();
            case MEMBER -> roles.stream().anyMatch(role -> role != Role.GUEST);
            case ROLES ->
                Set.of(access.roles()).stream().anyMatch(roles::contains)
                        && Set.of(access.but()).stream().noneMatch(roles::contains);
            case PUBLIC, SERVICE -> false;
        };
    }

    private static boolean isMachine(JwtAuthenticationToken token) {
        return token.getAuthorities().stream().anyMatch(granted -> MACHINES.contains(granted.getAuthority()));
    }

    private static void refuseIfSuspended() {
        if (CurrentEstate.get().state() == EstateState.SUSPENDED)
            throw TenancyProblem.ESTATE_SUSPENDED.problem().raise();
    }

    private static JwtAuthenticationToken token() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
            return token;
        throw CommonProblem.UNAUTHENTICATED.problem().raise();
    }

    private static String nameIn(JwtAuthenticationToken token) {
        var name = token.getToken().getClaimAsString("name");
        return name == null ? token.getName() : name;
    }
}
