package cn.yuanlin.local;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Loads the demo through the public API, the same way an office would: the platform administrator founds offices and
 * takes on staff, each community's clerk enters, verifies and onboards its estates; then residents come in. What is there already stays; only
 * the passwords are set behind the API, so that they can be printed.
 */
final class Demo {
    private static final String ESTATES = "demo.json";
    private static final String RESIDENTS = "residents.json";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Platform platform;
    private final Settings settings;
    private final Progress progress;
    private final OfficeClient administrator;
    private final RealmAdmin realm;
    private final Secrets secrets;
    private final DemoPast past;
    private final List<Account> accounts = Collections.synchronizedList(new ArrayList<>());

    Demo(Platform platform, Settings settings, Progress progress) {
        this.platform = platform;
        this.settings = settings;
        this.progress = progress;
        this.realm = platform.keycloak().admin();
        this.secrets = platform.secrets();
        this.past = DemoPast.read(settings.root());
        this.administrator = client("platform-admin", platform.keycloak().platformAdminPassword());
    }

    /** Loads what is missing. @return the accounts of the demo, the administrator's not among them */
    List<Account> load() {
        var ofOffices = loadEstates();
        if (platform.home().note(ESTATES) != null) {
            loadResidents();
        }
        return ofOffices;
    }

    /** Estates without residents are worth more than no demo at all; the next start goes on with them. */
    private void loadResidents() {
        var wanted = DemoResidents.text(settings.root());
        if (wanted.equals(platform.home().note(RESIDENTS))) {
            return;
        }
        try {
            DemoResidents.read(settings.root())
                    .comeIn(platform.gatewayUrl(), platform.wechat().url(), LocalDate.now(SHANGHAI));
            platform.home().note(RESIDENTS, wanted);
            progress.say("The demo's residents have come in");
        } catch (LocalException | RefusedException e) {
            progress.say("Not all of the demo's residents have come in: " + e.getMessage());
        }
    }

    private List<Account> loadEstates() {
        var known = platform.home().note(ESTATES);
        if (known != null) {
            return Arrays.asList(Http.JSON.readValue(known, Account[].class));
        }
        var plan = DemoPlan.read(settings.root());
        progress.say("Loading the demo: " + plan.estates() + " estates, as their offices would");
        var complete = true;
        try (var estates = Executors.newVirtualThreadPerTaskExecutor()) {
            var onboardings = new ArrayList<CompletableFuture<Boolean>>();
            for (var street : plan.streets()) {
                onboardings.addAll(load(street, estates));
            }
            for (var onboarding : onboardings) {
                complete &= onboarding.join();
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        var sorted = accounts.stream()
                .sorted(Comparator.comparing(Account::role)
                        .reversed()
                        .thenComparing(Account::estate)
                        .thenComparing(Account::username))
                .toList();
        if (complete) {
            platform.home().note(ESTATES, Http.JSON.writeValueAsString(sorted));
        }
        return sorted;
    }

    private List<CompletableFuture<Boolean>> load(DemoPlan.Street street, ExecutorService threads) {
        var office = office(Map.of("kind", "STREET", "name", street.name(), "city", street.city()));
        staff(office, street.clerk(), street.name() + "工作人员");
        var onboardings = new ArrayList<CompletableFuture<Boolean>>();
        for (var community : street.communities()) {
            var below = office(
                    Map.of("kind", "COMMUNITY", "name", community.name(), "city", street.city(), "parentId", office));
            staff(below, community.clerk(), community.name() + "工作人员");
            var clerk = client(community.clerk(), password(community.clerk()));
            for (var estate : community.estates()) {
                onboardings.add(CompletableFuture.supplyAsync(() -> tryToOnboard(clerk, below, estate), threads));
            }
        }
        return onboardings;
    }

    private String office(Map<String, String> wanted) {
        var found = administrator.find(
                "/offices",
                office -> office.path("name").asString().equals(wanted.get("name"))
                        && office.path("kind").asString().equals(wanted.get("kind")));
        return found.orElseGet(() -> administrator.post("/offices", wanted))
                .get("id")
                .asString();
    }

    private void staff(String office, String username, String name) {
        var path = "/offices/" + office + "/staff";
        if (administrator
                .find(path, staff -> staff.path("username").asString().equals(username))
                .isEmpty()) {
            administrator.post(path, Map.of("username", username, "name", name));
        }
        realm.setPassword(realm.subjectOf(username), password(username));
        accounts.add(new Account(username, password(username), "office-staff", ""));
    }

    /** One estate that fails must not take the others' accounts along. */
    private boolean tryToOnboard(OfficeClient clerk, String community, DemoPlan.Estate wanted) {
        try {
            return onboard(clerk, community, wanted);
        } catch (LocalException | RefusedException e) {
            progress.say(wanted.name() + " is not complete: " + e.getMessage());
            return false;
        }
    }

    /** @return whether it is active now; false if its workbook is not here */
    private boolean onboard(OfficeClient clerk, String community, DemoPlan.Estate wanted) {
        var workbook = DemoPlan.workbook(settings.root(), wanted);
        if (!Files.exists(workbook)) {
            progress.say("No workbook " + workbook.getFileName() + " for " + wanted.name() + "; left out");
            return false;
        }
        var id = clerk.find("/estates", estate -> estate.path("slug").asString().equals(wanted.slug()))
                .orElseGet(() -> clerk.post(
                        "/estates",
                        Map.of(
                                "name",
                                wanted.name(),
                                "slug",
                                wanted.slug(),
                                "communityId",
                                community,
                                "address",
                                wanted.address())))
                .get("id")
                .asString();
        new DemoOnboarding(clerk, id, wanted, workbook, progress).untilActive();
        var member = committeeMember(clerk, id, wanted);
        realm.setPassword(realm.subjectOf(member), password(member));
        accounts.add(new Account(member, password(member), "COMMITTEE", wanted.slug()));
        past.enter(committee(member), wanted.slug());
        return true;
    }

    /** Handed over once; after that the platform gives no password any more, and the name is the one it always makes. */
    static String committeeMember(OfficeClient clerk, String id, DemoPlan.Estate wanted) {
        try {
            return clerk.post("/estates/" + id + "/committee-access", Map.of())
                    .get("username")
                    .asString();
        } catch (RefusedException e) {
            if (!e.is("committee-account-in-use")) {
                throw e;
            }
            return wanted.slug() + "-committee";
        }
    }

    private String password(String username) {
        return secrets.get("demo-" + username);
    }

    private OfficeClient committee(String username) {
        return new OfficeClient(
                platform.gatewayUrl() + "/api",
                () -> realm.userToken(username, password(username), "openid organization:*"));
    }

    private OfficeClient client(String username, String password) {
        return new OfficeClient(
                platform.gatewayUrl() + "/api/platform", () -> realm.userToken(username, password, "openid"));
    }
}
