namespace Vuosikello.Domain.Partnerships;

public sealed record AddTheme(PartnershipId Partnership, Theme Theme) : IPartnershipCommand;

public sealed record RenameTheme(PartnershipId Partnership, ThemeId Theme, LocalText Name) : IPartnershipCommand;

/// <summary>Removes a theme. Activities that name it keep it.</summary>
public sealed record RemoveTheme(PartnershipId Partnership, ThemeId Theme) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    private static Decision Add(Partnership state, AddTheme command)
    {
        string slug = command.Theme.Id.Value ?? "";
        IEnumerable<Problem> problems =
        [
            .. New(slug, state.Themes.ContainsKey(slug), state.Themes.Count, ListLimit, "theme", ProblemCodes.ThemeExists),
            .. Name(command.Theme.Name),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ThemeAdded(command.Theme)));
    }

    private static Decision Rename(Partnership state, RenameTheme command)
    {
        IEnumerable<Problem> problems = [.. NoTheme(state, command.Theme), .. Name(command.Name)];
        return Decision.Unless(problems, () => state.Themes[command.Theme.Value].Name == command.Name
            ? Decision.Accept()
            : Decision.Accept(new ThemeRenamed(command.Theme, command.Name)));
    }

    private static Decision Remove(Partnership state, RemoveTheme command) =>
        Decision.Unless(NoTheme(state, command.Theme), () => Decision.Accept(new ThemeRemoved(command.Theme)));

    private static IEnumerable<Problem> NoTheme(Partnership state, ThemeId theme) =>
        Missing(state.Themes.ContainsKey(theme.Value ?? ""), theme.Value, "theme", ProblemCodes.NoSuchTheme);
}
