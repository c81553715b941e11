namespace Vuosikello.Domain.Agreements;

/// <summary>Brings about everything that is due by now: in force, renewed, expired, a notice that ran out, a commitment. Nothing when nothing is.</summary>
public sealed record LetTimePass(AgreementId Agreement) : IAgreementCommand;
