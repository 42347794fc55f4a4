import type { Vocabulary } from "./vocabulary.ts";

export const pt: Vocabulary = {
  secrets: [
    "pin|senha|senhas|cvv|cvc|otp",
    "palavra|palavras passe|chave",
    "codigo|codigos pin|secreto|sms|recebido",
    "codigo|codigos de seguranca|verificacao|confirmacao|acesso",
    "numero|numeros do|de seu|cartao cartao",
    "numero|numeros do|de cartao",
    "o|seu codigo que",
    "data de validade",
    "credenciais",
  ],
  harmless: ["postal"],
  harmlessBefore: [],
  commands: [
    "envie|mande|indique|diga|forneca|comunique|de|escreva|confirme|responda nos|com|me",
    "envie|mande|indique|diga|forneca|comunique|escreva|confirme",
  ],
  headCommands: ["envia|manda|diz|passa|escreve|comunica"],
  infinitives: ["enviar|mandar|indicar|dizer|fornecer|comunicar|dar|confirmar|escrever"],
  requests: ["pode|poderia|deve|por favor"],
  questions: ["qual|quais e|sao", "precisamos do|da|de"],
  please: ["por favor", "obrigado|obrigada"],
  between: [
    "nos|me|o|a|os|as|seu|sua|seus|suas|do|da|de|e|com|por|favor|em|uma|mensagem|privada|nome|numero|cartao|completo|tambem|codigo|secreto",
  ],
  typings: ["escreva|digite|introduza|coloque"],
  here: ["aqui"],
  elsewhere: ["na|no nossa|aplicacao|app|site|balcao|multibanco"],
  towardsUs: ["nos|aqui"],
  subjects: ["voce|quem|ninguem|burloes"],
  possessives: ["sua|seu|suas|seus"],
  holdings: ["conta|contas|cartao|cartoes|saldo|emprestimo|credito|transferencia|salario|pedido"],
  standings: [
    "esta|estao|estava|foi|foram bloqueado|bloqueada|recusado|recusada|rejeitado|rejeitada|cancelado|cancelada|penhorada|encerrada|negativa|negativo",
    "esta|estao a|em descoberto|incumprimento|atraso",
  ],
  amounts: ["saldo", "voce deve"],
  facts: ["esta em incumprimento"],
};
