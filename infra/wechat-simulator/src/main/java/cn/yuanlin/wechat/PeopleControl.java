package cn.yuanlin.wechat;

import java.util.Map;
import java.util.function.Function;

/** What people do on their phones, told by whoever plays them. */
final class PeopleControl implements Endpoints {
    private static final String PERSON = "/_simulator/people/{person}";

    private final People people;
    private final Codes loginCodes;
    private final Codes phoneCodes;
    private final Consents consents;

    PeopleControl(People people, Codes loginCodes, Codes phoneCodes, Consents consents) {
        this.people = people;
        this.loginCodes = loginCodes;
        this.phoneCodes = phoneCodes;
        this.consents = consents;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/_simulator/people", this::join);
        routes.on("GET", PERSON, of(Answer::of));
        routes.on("PUT", PERSON + "/phone", this::changePhone);
        routes.on("POST", PERSON + "/login-codes", using(person -> code(loginCodes, person)));
        routes.on("POST", PERSON + "/phone-codes", using(person -> code(phoneCodes, person)));
        routes.on("POST", PERSON + "/consents", this::consent);
    }

    private Answer join(Request request) {
        var phone = request.text("phone");
        if (!Phone.isValid(phone)) {
            return Answer.wrong("phone is no mobile number");
        }
        return people.join(phone).map(Answer::created).orElseGet(() -> Answer.full("people"));
    }

    private Answer changePhone(Request request) {
        var phone = request.text("phone");
        if (!Phone.isValid(phone)) {
            return Answer.wrong("phone is no mobile number");
        }
        return people.changePhone(request.variable("person"), phone)
                .map(Answer::of)
                .orElseGet(() -> noSuchPerson(request));
    }

    private Answer consent(Request request) {
        var json = request.json();
        var template = json.path("template").asString("");
        var times = json.path("times").asInt(1);
        if (template.isBlank() || times < 1 || times > Consents.MOST_TIMES) {
            return Answer.wrong("a template and 1 to " + Consents.MOST_TIMES + " times are needed");
        }
        return using(person -> consents.give(person.openid(), template, times)
                        ? Answer.created(Map.of("template", template, "times", times))
                        : Answer.full("consents"))
                .apply(request);
    }

    private static Answer code(Codes codes, Person person) {
        return Answer.created(Map.of("code", codes.issue(person.id())));
    }

    private Function<Request, Answer> of(Function<Person, Answer> look) {
        return request -> people.byId(request.variable("person")).map(look).orElseGet(() -> noSuchPerson(request));
    }

    /** What somebody does in the mini program, which is then in use. */
    private Function<Request, Answer> using(Function<Person, Answer> deed) {
        return request -> people.active(request.variable("person")).map(deed).orElseGet(() -> noSuchPerson(request));
    }

    private static Answer noSuchPerson(Request request) {
        return Answer.notFound("person " + request.variable("person"));
    }
}
