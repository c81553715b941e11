namespace Vuosikello.Web.Resources;

/// <summary>Invitations that are mailed: the letter, what became of it, and getting an account by one.</summary>
public sealed class InvitationTexts;
