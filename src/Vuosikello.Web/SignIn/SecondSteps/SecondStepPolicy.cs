using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Composition;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>Of whom a second step is asked: the setting <c>Accounts:SecondStepFor</c>, <c>nobody</c> or <c>coordinators</c>, which means administrators too.</summary>
public sealed class SecondStepPolicy
{
    private const string Setting = "Accounts:SecondStepFor";

    private readonly bool _asks;

    /// <exception cref="WrongSettingException">The setting says something else.</exception>
    public SecondStepPolicy(IConfiguration settings) => _asks = settings[Setting] switch
    {
        null or "" or "nobody" => false,
        "coordinators" => true,
        var other => throw new WrongSettingException($"The setting {Setting} is '{other}'; it has to be nobody or coordinators."),
    };

    /// <summary>Whether it is asked of this person, as the views know their roles.</summary>
    public bool IsAskedOf(MemberId member, IMembershipViews memberships) =>
        _asks && (memberships.IsAdministrator(member) || memberships.Of(member).Any(held => held.Role == Role.Coordinator));

    /// <summary>Why such a command is not carried out in a session with one step, nor the form of it shown; null when it may be.</summary>
    /// <param name="standing">What the person is, where the command is given.</param>
    public Problem? Refusal(Type command, bool twoSteps, Standing standing) =>
        _asks && !twoSteps && FollowsFromOffice(command, standing) ? new Problem(CommandProblems.SecondStepNeeded) : null;

    /// <summary>
    /// Whether somebody may give a command as a coordinator or an administrator alone. Of a command whose right hangs on whose card, premises or activity it
    /// is about that cannot be told from its kind, so it counts as theirs.
    /// </summary>
    private static bool FollowsFromOffice(Type command, Standing standing) =>
        (standing.IsAdministrator || standing.IsCoordinator) && Rights.Check(command, standing) is null
        && (Rights.Of(command) is Need.OfThePartner or Need.EditorOfOwn || Rights.Check(command, standing with { IsAdministrator = false, IsCoordinator = false }) is not null);
}
