--liquibase formatted sql

--changeset slipway:checklist-1
create table checklist_questionnaire (
    code     varchar(40) not null primary key,
    revision integer     not null,
    kind     varchar(24) not null,
    state    varchar(16) not null,
    edition  integer     not null
);
create table checklist_edition (
    id            uuid            not null primary key,
    questionnaire varchar(40)     not null,
    edition       integer         not null,
    definition    varchar(300000) not null,
    constraint checklist_edition_questionnaire foreign key (questionnaire) references checklist_questionnaire,
    constraint checklist_edition_once unique (questionnaire, edition)
);
create table checklist_assignment (
    id            uuid        not null primary key,
    questionnaire varchar(40) not null,
    model         varchar(64) not null,
    step          varchar(64) not null,
    constraint checklist_assignment_questionnaire foreign key (questionnaire) references checklist_questionnaire,
    constraint checklist_assignment_model foreign key (model) references portfolio_model,
    constraint checklist_assignment_once unique (model, step, questionnaire)
);
create index checklist_assignment_by_questionnaire on checklist_assignment (questionnaire, model, step);
create table checklist (
    id             uuid                        not null primary key,
    revision       integer                     not null,
    release_number varchar(20)                 not null,
    cycle_number   integer                     not null,
    questionnaire  varchar(40)                 not null,
    edition_id     uuid                        not null,
    step           varchar(64),
    state          varchar(24)                 not null,
    answers        varchar(300000),
    attached_by    varchar(64)                 not null,
    attached_at    timestamp(6) with time zone not null,
    answered_by    varchar(64),
    answered_at    timestamp(6) with time zone,
    confirmed_by   varchar(64),
    confirmed_at   timestamp(6) with time zone,
    constraint checklist_release foreign key (release_number) references release_record,
    constraint checklist_edition_asked foreign key (edition_id) references checklist_edition
);
create index checklist_by_release on checklist (release_number, attached_at, id);
create index checklist_by_edition on checklist (edition_id);
--rollback drop table checklist; drop table checklist_assignment; drop table checklist_edition; drop table checklist_questionnaire;

--changeset slipway:checklist-2
-- What any installation begins with; each is edited or retired over the API.
insert into checklist_questionnaire (code, revision, kind, state, edition) values ('deployment-document', 0, 'RELEASE_STAGES', 'ACTIVE', 1);
insert into checklist_edition (id, questionnaire, edition, definition) values ('0d428507-174e-5331-a8ee-39e313b28028', 'deployment-document', 1, '{"title": {"en": "Deployment document", "es": "Documento de implantación", "pt": "Documento de implantação"}, "sections": [
  {"title": {"en": "Target", "es": "Destino", "pt": "Destino"}, "questions": [
    {"key": "target", "type": "LONG_TEXT", "text": {"en": "What is deployed, and into which environment?", "es": "¿Qué se implanta y en qué entorno?", "pt": "O que é implantado e em qual ambiente?"}, "mandatory": true, "maxLength": 4000},
    {"key": "users", "type": "LONG_TEXT", "text": {"en": "Who uses it, and how many are they?", "es": "¿Quién lo usa y cuántas personas son?", "pt": "Quem usa e quantas pessoas são?"}, "maxLength": 4000},
    {"key": "locations", "type": "LONG_TEXT", "text": {"en": "At which locations is it deployed?", "es": "¿En qué ubicaciones se implanta?", "pt": "Em quais localidades é implantado?"}, "maxLength": 4000}
  ]},
  {"title": {"en": "Schedule", "es": "Cronograma", "pt": "Cronograma"}, "questions": [
    {"key": "schedule", "type": "LONG_TEXT", "text": {"en": "Which part is deployed when?", "es": "¿Qué parte se implanta y cuándo?", "pt": "Qual parte é implantada e quando?"}, "mandatory": true, "maxLength": 4000}
  ]},
  {"title": {"en": "Reason", "es": "Motivo", "pt": "Motivo"}, "questions": [
    {"key": "reason", "type": "MULTIPLE_CHOICE", "text": {"en": "Why is it deployed?", "es": "¿Por qué se implanta?", "pt": "Por que é implantado?"}, "mandatory": true, "choices": [{"key": "EXTENDS_FUNCTION", "text": {"en": "To extend what it does", "es": "Para ampliar lo que hace", "pt": "Para ampliar o que faz"}}, {"key": "FIXES_PROBLEM", "text": {"en": "To solve a problem", "es": "Para resolver un problema", "pt": "Para resolver um problema"}}, {"key": "KEEPS_CURRENT", "text": {"en": "To keep it current and secure", "es": "Para mantenerlo actualizado y seguro", "pt": "Para mantê-lo atualizado e seguro"}}]},
    {"key": "reasonDetails", "type": "LONG_TEXT", "text": {"en": "What else should be known about the reason?", "es": "¿Qué más conviene saber sobre el motivo?", "pt": "O que mais convém saber sobre o motivo?"}, "maxLength": 4000}
  ]},
  {"title": {"en": "Acceptance", "es": "Aceptación", "pt": "Aceite"}, "questions": [
    {"key": "acceptanceCriteria", "type": "LONG_TEXT", "text": {"en": "By which criteria is the deployment accepted?", "es": "¿Con qué criterios se acepta la implantación?", "pt": "Por quais critérios a implantação é aceita?"}, "mandatory": true, "maxLength": 4000},
    {"key": "document", "type": "ATTACHMENT", "text": {"en": "Document with the details", "es": "Documento con los detalles", "pt": "Documento com os detalhes"}}
  ]}
]}');
insert into checklist_questionnaire (code, revision, kind, state, edition) values ('build-information', 0, 'RELEASE_STAGES', 'ACTIVE', 1);
insert into checklist_edition (id, questionnaire, edition, definition) values ('746f160a-3710-578f-a6ad-cf7abbc718a3', 'build-information', 1, '{"title": {"en": "Build information", "es": "Información de construcción", "pt": "Informações de construção"}, "sections": [
  {"title": {"en": "Build", "es": "Construcción", "pt": "Construção"}, "questions": [
    {"key": "build", "type": "LONG_TEXT", "text": {"en": "How is the release package built, and from which sources?", "es": "¿Cómo se construye el paquete de la liberación y a partir de qué fuentes?", "pt": "Como o pacote da liberação é construído e a partir de quais fontes?"}, "mandatory": true, "maxLength": 4000},
    {"key": "repeatable", "type": "YES_NO", "text": {"en": "Can the build be repeated with the same result?", "es": "¿Se puede repetir la construcción con el mismo resultado?", "pt": "A construção pode ser repetida com o mesmo resultado?"}, "mandatory": true}
  ]},
  {"title": {"en": "Responsibilities", "es": "Responsabilidades", "pt": "Responsabilidades"}, "questions": [
    {"key": "responsibilities", "type": "LONG_TEXT", "text": {"en": "Who builds it, who checks it, who hands it over?", "es": "¿Quién construye, quién comprueba, quién entrega?", "pt": "Quem constrói, quem verifica, quem entrega?"}, "maxLength": 4000}
  ]},
  {"title": {"en": "Documents", "es": "Documentos", "pt": "Documentos"}, "questions": [
    {"key": "buildDocument", "type": "ATTACHMENT", "text": {"en": "Build instructions", "es": "Instrucciones de construcción", "pt": "Instruções de construção"}},
    {"key": "releaseNotes", "type": "ATTACHMENT", "text": {"en": "Release notes", "es": "Notas de la liberación", "pt": "Notas da liberação"}}
  ]}
]}');
insert into checklist_questionnaire (code, revision, kind, state, edition) values ('ci-test', 0, 'RELEASE_ITEM', 'ACTIVE', 1);
insert into checklist_edition (id, questionnaire, edition, definition) values ('f22b7ae3-8d7d-576a-8c89-90c955c954c6', 'ci-test', 1, '{"title": {"en": "CI test", "es": "Prueba de CI", "pt": "Teste de IC"}, "sections": [
  {"title": {"en": "Software", "es": "Software", "pt": "Software"}, "questions": [
    {"key": "softwareInstalled", "type": "YES_NO", "text": {"en": "Are the planned versions installed?", "es": "¿Están instaladas las versiones previstas?", "pt": "As versões previstas estão instaladas?"}, "mandatory": true},
    {"key": "softwareWorks", "type": "YES_NO", "text": {"en": "Do the programs start and reach what they depend on?", "es": "¿Los programas arrancan y alcanzan aquello de lo que dependen?", "pt": "Os programas iniciam e alcançam aquilo de que dependem?"}, "mandatory": true},
    {"key": "softwareRemarks", "type": "LONG_TEXT", "text": {"en": "Remarks on the software", "es": "Observaciones sobre el software", "pt": "Observações sobre o software"}, "maxLength": 4000}
  ]},
  {"title": {"en": "Hardware", "es": "Hardware", "pt": "Hardware"}, "questions": [
    {"key": "hardwareConcerned", "type": "YES_NO", "text": {"en": "Does the release touch hardware?", "es": "¿La liberación afecta al hardware?", "pt": "A liberação afeta hardware?"}, "mandatory": true},
    {"key": "hardwareRemarks", "type": "LONG_TEXT", "text": {"en": "If so: what was tested, with which result?", "es": "Si es así: ¿qué se probó y con qué resultado?", "pt": "Em caso afirmativo: o que foi testado e com qual resultado?"}, "maxLength": 4000}
  ]},
  {"title": {"en": "Result", "es": "Resultado", "pt": "Resultado"}, "questions": [
    {"key": "result", "type": "SINGLE_CHOICE", "text": {"en": "Result of the test", "es": "Resultado de la prueba", "pt": "Resultado do teste"}, "mandatory": true, "choices": [{"key": "PASSED", "text": {"en": "Passed", "es": "Superada", "pt": "Aprovado"}}, {"key": "PASSED_WITH_REMARKS", "text": {"en": "Passed with remarks", "es": "Superada con observaciones", "pt": "Aprovado com ressalvas"}}, {"key": "FAILED", "text": {"en": "Failed", "es": "No superada", "pt": "Reprovado"}}]},
    {"key": "record", "type": "ATTACHMENT", "text": {"en": "Record of the test", "es": "Registro de la prueba", "pt": "Registro do teste"}}
  ]}
]}');
insert into checklist_questionnaire (code, revision, kind, state, edition) values ('service-test', 0, 'RELEASE_SERVICE', 'ACTIVE', 1);
insert into checklist_edition (id, questionnaire, edition, definition) values ('b8b1b4ab-c754-5ca7-895d-be226ad64da3', 'service-test', 1, '{"title": {"en": "Service test", "es": "Prueba de servicio", "pt": "Teste de serviço"}, "sections": [
  {"title": {"en": "Validation", "es": "Validación", "pt": "Validação"}, "questions": [
    {"key": "requirementsMet", "type": "YES_NO", "text": {"en": "Does the service do what was agreed for it?", "es": "¿El servicio cumple lo acordado?", "pt": "O serviço faz o que foi acordado?"}, "mandatory": true},
    {"key": "usersTookPart", "type": "YES_NO", "text": {"en": "Did people who use the service take part in the test?", "es": "¿Participaron en la prueba personas que usan el servicio?", "pt": "Pessoas que usam o serviço participaram do teste?"}}
  ]},
  {"title": {"en": "Test plan", "es": "Plan de prueba", "pt": "Plano de teste"}, "questions": [
    {"key": "testPlan", "type": "LONG_TEXT", "text": {"en": "What is tested, how, and by whom?", "es": "¿Qué se prueba, cómo y quién lo prueba?", "pt": "O que é testado, como e por quem?"}, "mandatory": true, "maxLength": 4000},
    {"key": "testPlanDocument", "type": "ATTACHMENT", "text": {"en": "Test plan", "es": "Plan de prueba", "pt": "Plano de teste"}}
  ]},
  {"title": {"en": "Completion", "es": "Conclusión", "pt": "Conclusão"}, "questions": [
    {"key": "openDefects", "type": "LONG_TEXT", "text": {"en": "Which defects remain, and who accepts them?", "es": "¿Qué defectos quedan y quién los acepta?", "pt": "Quais defeitos permanecem e quem os aceita?"}, "maxLength": 4000},
    {"key": "result", "type": "SINGLE_CHOICE", "text": {"en": "Result of the test", "es": "Resultado de la prueba", "pt": "Resultado do teste"}, "mandatory": true, "choices": [{"key": "PASSED", "text": {"en": "Passed", "es": "Superada", "pt": "Aprovado"}}, {"key": "PASSED_WITH_REMARKS", "text": {"en": "Passed with remarks", "es": "Superada con observaciones", "pt": "Aprovado com ressalvas"}}, {"key": "FAILED", "text": {"en": "Failed", "es": "No superada", "pt": "Reprovado"}}]}
  ]}
]}');
insert into checklist_questionnaire (code, revision, kind, state, edition) values ('pilot-deployment-plan', 0, 'RELEASE_STAGES', 'ACTIVE', 1);
insert into checklist_edition (id, questionnaire, edition, definition) values ('973b9ebf-a510-56c8-93f0-069de0c691a7', 'pilot-deployment-plan', 1, '{"title": {"en": "Pilot deployment plan", "es": "Plan de implantación piloto", "pt": "Plano de implantação piloto"}, "sections": [
  {"title": {"en": "Function", "es": "Funcionamiento", "pt": "Funcionamento"}, "questions": [
    {"key": "pilotGroup", "type": "LONG_TEXT", "text": {"en": "Who gets it first?", "es": "¿Quién lo recibe primero?", "pt": "Quem recebe primeiro?"}, "mandatory": true, "maxLength": 4000},
    {"key": "rollBackTested", "type": "YES_NO", "text": {"en": "Has the way back been tested?", "es": "¿Se ha probado la reversión?", "pt": "A reversão foi testada?"}, "mandatory": true},
    {"key": "serviceDeskInformed", "type": "YES_NO", "text": {"en": "Does the service desk know about the pilot?", "es": "¿Está informada la mesa de servicio sobre el piloto?", "pt": "A central de serviços está informada sobre o piloto?"}, "mandatory": true},
    {"key": "serviceLevelsRevised", "type": "YES_NO", "text": {"en": "Have the service levels been looked at again?", "es": "¿Se han revisado los niveles de servicio?", "pt": "Os níveis de serviço foram revistos?"}, "mandatory": true}
  ]},
  {"title": {"en": "Training", "es": "Capacitación", "pt": "Treinamento"}, "questions": [
    {"key": "usersTrained", "type": "YES_NO", "text": {"en": "Are the people of the pilot trained?", "es": "¿Están capacitadas las personas del piloto?", "pt": "As pessoas do piloto estão treinadas?"}, "mandatory": true},
    {"key": "trainingMaterial", "type": "ATTACHMENT", "text": {"en": "Training material", "es": "Material de capacitación", "pt": "Material de treinamento"}}
  ]},
  {"title": {"en": "Support", "es": "Soporte", "pt": "Suporte"}, "questions": [
    {"key": "supportReady", "type": "YES_NO", "text": {"en": "Is support ready from the first day?", "es": "¿El soporte está listo desde el primer día?", "pt": "O suporte está pronto desde o primeiro dia?"}, "mandatory": true},
    {"key": "supportContact", "type": "TEXT", "text": {"en": "Whom do people of the pilot call?", "es": "¿A quién llaman las personas del piloto?", "pt": "Para quem as pessoas do piloto ligam?"}}
  ]}
]}');
--rollback delete from checklist_edition; delete from checklist_questionnaire;
