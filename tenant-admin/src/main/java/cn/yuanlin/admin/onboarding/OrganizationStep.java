package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.keycloak.Organizations;
import org.springframework.stereotype.Component;

/** The estate has its organization in Keycloak. */
@Component
class OrganizationStep implements OnboardingStep {
    private final Organizations organizations;

    OrganizationStep(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public StepName name() {
        return StepName.ORGANIZATION;
    }

    @Override
    public StepOutcome execute(Work work) {
        var estate = work.estate();
        organizations.ensureOrganization(estate.id(), estate.name() + " " + estate.slug());
        return new StepOutcome.Done("组织已建立");
    }

    @Override
    public void undo(Work work) {
        organizations.deleteOrganization(work.estate().id());
    }
}
