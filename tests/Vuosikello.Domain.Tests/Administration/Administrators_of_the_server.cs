using Vuosikello.Domain.Administration;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Administration;

public sealed class Administrators_of_the_server
{
    private static readonly MemberId One = Stamps.Coordinator.By, Other = Stamps.Editor.By;

    private static Scenario<Administrators, IAdministrationCommand> Given(params IEvent[] events) =>
        new Scenario<Administrators, IAdministrationCommand>(AdministrationDecider.Decide).Given(events);

    [Fact]
    public void Somebody_is_appointed_once()
    {
        Given().When(new AppointAdministrator(One)).Then(new AdministratorAppointed(One));
        Given(new AdministratorAppointed(One)).When(new AppointAdministrator(One)).ThenNothing();
        Given(new AdministratorAppointed(One)).When(new AppointAdministrator(Other)).Then(new AdministratorAppointed(Other));
    }

    [Fact]
    public void The_last_one_cannot_go()
    {
        Given(new AdministratorAppointed(One)).When(new DismissAdministrator(One)).ThenRefused(new Problem(ProblemCodes.LastAdministrator, "member"));
        Given(new AdministratorAppointed(One), new AdministratorAppointed(Other), new AdministratorDismissed(Other))
            .When(new DismissAdministrator(One)).ThenRefused(new Problem(ProblemCodes.LastAdministrator, "member"));
        Given(new AdministratorAppointed(One), new AdministratorAppointed(Other)).When(new DismissAdministrator(One)).Then(new AdministratorDismissed(One));
    }

    [Fact]
    public void Dismissing_who_is_none_changes_nothing()
    {
        Given().When(new DismissAdministrator(One)).ThenNothing();
        Given(new AdministratorAppointed(One)).When(new DismissAdministrator(Other)).ThenNothing();
    }
}
