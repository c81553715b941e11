using Vuosikello.Domain.Administration;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Administration;

public sealed class Administrators_of_the_server
{
    private static readonly MemberId One = Stamps.Coordinator.By, Other = Stamps.Editor.By;

    private static Scenario<Administrators, IAdministrationCommand> Given(params IEvent[] events) =>
        new Scenario<Administrators, IAdministrationCommand>((state, command) => AdministrationDecider.Decide(state, command, Stamps.Coordinator)).Given(events);

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
    public void Somebody_is_erased_once_by_an_administrator_or_by_themself()
    {
        Given().When(new ErasePerson(Other)).Then(new PersonErased(Other));
        Given().When(new EraseOneself()).Then(new PersonErased(One));
        Given(new PersonErased(Other)).When(new ErasePerson(Other)).ThenNothing();
    }

    [Fact]
    public void An_administrator_who_is_erased_is_one_no_longer_and_the_last_one_cannot_be()
    {
        Given(new AdministratorAppointed(One), new AdministratorAppointed(Other)).When(new EraseOneself()).Then(new AdministratorDismissed(One), new PersonErased(One));
        Given(new AdministratorAppointed(One)).When(new EraseOneself()).ThenRefused(new Problem(ProblemCodes.LastAdministrator, "member"));
        Given(new AdministratorAppointed(One)).When(new ErasePerson(One)).ThenRefused(new Problem(ProblemCodes.LastAdministrator, "member"));
    }

    [Fact]
    public void Nobody_who_was_erased_becomes_an_administrator() =>
        Given(new AdministratorAppointed(One), new PersonErased(Other)).When(new AppointAdministrator(Other)).ThenRefused(new Problem(ProblemCodes.NoSuchMember, "member"));

    [Fact]
    public void Dismissing_who_is_none_changes_nothing()
    {
        Given().When(new DismissAdministrator(One)).ThenNothing();
        Given(new AdministratorAppointed(One)).When(new DismissAdministrator(Other)).ThenNothing();
    }
}
