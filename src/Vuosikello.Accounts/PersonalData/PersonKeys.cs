namespace Vuosikello.Accounts.PersonalData;

/// <summary>By what rows are somebody's.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="Address">The key of their e-mail address; null for who has none.</param>
/// <param name="Shown">The same as people write it, in lower case.</param>
public sealed record PersonKeys(Guid Id, string? Address, string? Shown);
