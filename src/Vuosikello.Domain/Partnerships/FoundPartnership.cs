namespace Vuosikello.Domain.Partnerships;

public sealed record FoundPartnership(PartnershipId Partnership, LocalText Name) : IPartnershipCommand;

public sealed record RenamePartnership(PartnershipId Partnership, LocalText Name) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    /// <summary>First parts of addresses that the service has for itself: a partnership of that name could not be reached.</summary>
    private static readonly string[] Reserved = ["account", "administration", "api", "dev", "feeds", "first", "health", "hubs", "openapi", "private", "sign-in", "sign-out", "verify"];

    private static Decision Found(Partnership? state, FoundPartnership command)
    {
        const string field = "partnership";
        string slug = command.Partnership.Value;
        IEnumerable<Problem> problems =
        [
            .. New(slug, taken: state is not null, 0, 1, field, ProblemCodes.PartnershipExists),
            .. Reserved.Contains(slug, StringComparer.Ordinal) ? new[] { new Problem(ProblemCodes.SlugReserved, field, [slug]) } : [],
            .. Name(command.Name),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new PartnershipFounded(command.Partnership, command.Name)));
    }

    private static Decision Rename(Partnership state, RenamePartnership command) => Decision.Unless(Name(command.Name), () =>
        state.Name == command.Name ? Decision.Accept() : Decision.Accept(new PartnershipRenamed(command.Name)));
}
