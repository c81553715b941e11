namespace Vuosikello.Web.Resources;

/// <summary>The audit trail of the administrators.</summary>
public sealed class AuditTexts;
