"""Spanish: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = r"plaza puesto vacante posición presupuesto partida oferta_de_empleo headcount cargo beca proyecto_y_la_plaza financiación empleo"
_SEARCH = r"proceso(?:_de_selección)? búsqueda selección contratación contrataciones concurso convocatoria fichajes"
_YOU = r"contigo con_usted te ti usted le (?:tu|su|vuestra)_(?:\w+_)?(?:candidatura|perfil|solicitud|cv|currículum|proceso|participación)"
_SOMEONE = (
    r"alguien(?!_de_(?:mi|nuestro)_equipo) (?:a_|por_|con_|en_)?otr[oa]s?_(?:\w+_)?(?:candidat\w*|persona|perfil(?:es)?|finalista|profesional|aspirante) "
    r"un[oa]?_(?:\w+_)?(?:candidat\w*|persona|perfil|compañer\w*|profesional|aspirante)_(?:\w+_)?(?:más|con|intern\w*|de_la_casa|que|cuy\w*|mejor|de_dentro|extern\w*)"
)
_PROCESS = r"proceso(?:_de_selección)? (?:mi_)?candidatura selección carrera (?:el|del|al|este|vuestro)_(?:puesto|trabajo) vacante plaza entrevistas lista_de_candidatos mi_(?:currículum|cv|nombre|solicitud) convocatoria oposición"

SPANISH = Tongue(
    code="es",
    nots=r"\b(?:no|nunca|jamás|nadie|nada|ni|sin|ningun\w*|tampoco|imposible|en contra)\b",
    breaks=r"\b(?:pero|sin embargo|aunque|porque|ya que|y|o|así que|sino)\b",
    ifs=r"\b(?:si|cuando|en cuanto|una vez|hasta que|hasta el|antes de|mientras|en caso|siempre que|tan pronto|para que|por si|normalmente|suele\w*)\b",
    opens_if=r"(?:si|en cuanto|una vez|cuando|en caso|por si|mientras)\b",
    maybe=r"\b(?:podría\w*|habría\w*|hubiera\w*|quizás?|tal vez|a lo mejor|posiblemente|puede que|rumor\w*|tem(?:o|emos)|riesgo|sería|espero|ojalá)\b",
    past=r"\b(?:el año pasado|el pasado año|hace (?:\w+ )?(?:años?|meses)|en (?:19|20)\d\d|la última vez|anteriormente|en su día|antiguamente)\b",
    other=r"\b(?:otr[oa]s?|segund[oa]|anterior|antigu[oa]|actual|su antiguo|parecid[oa]|similar|mism[oa] tipo de)",
    yet=r"\b(?:todavía|aún|también|en paralelo|de momento sigue|además)\b",
    later=r" (?:\S+ ){0,3}(?:antes|hasta|sin|hoy|mañana|esta semana|la semana que viene|la próxima semana|el (?:lunes|martes|miércoles|jueves|viernes)|el \d|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|tan rápido)",
    people=r"\b(?:candidat[oa]|persona|compañer[oa]|alguien|amig[oa]|aspirante)\b",
    glad=r"enhorabuena|felicidades|felicitaciones|(?:placer|alegr\w+|content\w+|encantad\w+) (?:de )?(?:comunicarte|comunicarle|anunciarte|ofrecerte|ofrecerle|invitarte|decirte que (?:sí|el))|aplazad|cambi\w+ de fecha|ganas de conocerte",
    trails=0,
    buts=r"\b(?:pero|sin embargo|siempre que|aunque|a condición)\b",
    wants=r"\b(?:quieres|quiere|queréis|gust\w+|apetece|dudas?|preguntas?|necesit\w+|animas|parece)\b",
    asks=r"(?:podríais|podrías|podría|podéis|puede|puedes|os importaría|le importaría) (?:por favor )?(?:retirar|quitar|borrar|cancelar|sacar|cerrar|eliminar|anular)",
    frames=(
        Frame(
            Says.FILLED,
            r"cubiert[oa]s? ocupad[oa]s? cancelad[oa]s? congelad[oa]s? cerrad[oa]s?(?!_(?:el|al|por)) amortizad[oa]s? suprimid[oa]s? retirad[oa]s? anulad[oa]s? suspendid[oa]s? eliminad[oa]s? recortad[oa]s? cortado desaparec~ desiert[oa] adjudicad[oa]s? asignad[oa]s?_a "
            r"(?:se_)?(?:la|lo)_(?:ha_)?(?:quedado|quedó|queda|llevado|llevó|lleva) quedado_(?:sin|en_nada) (?:cubierto|ocupado|cogido)_(?:por|con|internamente) caíd[oa]s? se_(?:retira|acaba|cae|anula|cancela|congela|suspende|suprime|elimina|pierde) vetad[oa] echad[oa]_atrás cae en_el_aire ya_no_(?:\w+_)?(?:existe|está|hay|necesit\w+|disponible|sale|sigue|saldrá|contamos|está_\w+) "
            r"tumbad[oa]s? parad[oa]s? en_(?:pausa|suspenso|stand_?by) paralizad[oa]s? recolocad[oa] ha_ido_a_(?:un|para) denegad[oa]s? sin_(?:presupuesto|financiación|fondos|dotación)",
            _POST,
            is_near=True,
            unless=r"oficina plazo web portal garaje parking aparcamiento entrevista reunión cita solicitudes taller antecesor~ predecesor~ hotel restaurante tren curso vuelo",
        ),
        Frame(
            Says.FILLED,
            r"cancelad[oa]s? cancel(?:a|an|amos|ar|aron|ó) congelad[oa]s? congel(?:a|an|amos|ar|aron|ó) se_(?:acaba|cierra|cancela|anula|suspende|para|termina)_?(?:aquí)? marcha_atrás suspendid[oa]s? suspend(?:er|emos|en|ió|ieron) paralizad[oa]s? paraliz(?:a|ar|amos|ó|aron) parad[oa]s? parar paramos_(?:la|el|todas) detenid[oa]s? desiert[oa] "
            r"cerrad[oa]s?_sin interrumpid[oa]s? abandonad[oa]s? anulad[oa]s? en_(?:pausa|suspenso|stand_?by) sin_efecto no_(?:saldrá|saldrán|sale|sigue|siguen|continúa|continuará)_adelante dar_por_(?:terminad|cerrad)[oa] cerrado_(?:ya_)?(?:con|internamente)",
            _SEARCH,
            is_near=True,
            unless=r"oficina plazo web entrevista reunión cita mi_candidatura contigo",
        ),
        Frame(
            Says.FILLED,
            r"cubrir(?:emos|á|án|se)? contrat(?:ar|aremos|ará|arán) (?:sacar|saldrá|sale|salir|seguir|sigue|seguirá|llevar|tirar|ir|va)_(?:\w+_)?(?:adelante|a_cabo) convocar(?:á|emos)? (?:aprobad|renovad|concedid|autorizad|dotad)[oa]s? aprobaron autoriz(?:an|aron|ado) abrir hacer necesit~ incorporar(?:emos|á)? renuev~",
            r"(?:la|el|esta|este|ninguna?|dicha|nuestra)_(?:\w+_)?(?:plaza|puesto|vacante|posición|contratación|presupuesto|proceso|búsqueda|financiación|incorporación) a_nadie nadie contrataciones",
            denied=True,
            is_near=True,
            gap=45,
            unless=r"tu te_ contigo usted fácil solo sólo únicamente entrevista fecha por_teléfono tu_candidatura con_tu",
        ),
        Frame(
            Says.FILLED,
            r"(?:no_(?:hay|habrá|queda|tenemos|tendremos|contamos_con)|sin|ningún|ninguna)_(?:\w+_)?(?:dinero|presupuesto|fondos|vacantes?|plazas?|puestos?|contratación|contrataciones|financiación)",
            r"para_(?:ese|este|el|esa|esta|la) este_año puesto plaza vacante finalmente al_final ya por_ahora",
            gap=35,
            is_near=True,
            unless=r"garaje dietas viaje",
        ),
        Frame(
            Says.FILLED,
            r"promocion(?:ar|ado|an|amos) ascend(?:er|ido|emos) reubic(?:ar|ado) traslad~ cubrir cubierto recolocar",
            r"alguien_de_(?:dentro|la_casa) (?:un|una|con_un|con_una)_(?:\w+_)?(?:compañer\w+|persona|emplead\w+)_(?:intern\w+|de_(?:dentro|la_casa|otro)) internamente",
            gap=30,
            is_near=True,
        ),
        Frame(
            Says.REJECTED,
            r"dicho_que_no dijo_que_no dice_que_no no_(?:le|les|nos)_(?:convence|ha_convencido|termina) ha_sido_que_no es_un_no es_que_no",
            r"client~ dirección comité equipo jefe socios respuesta ellos decisión",
            gap=40,
            is_near=True,
            unless=r"fecha parking teletrabajo",
        ),
        Frame(
            Says.REJECTED,
            r"a_las_puertas segund[oa] por_poco fuera_(?:del|de_la)",
            r"(?:te_has|se_ha|has|ha)_quedado",
            gap=12,
            is_near=True,
        ),
        Frame(
            Says.REJECTED,
            r"inclinado decantado optado elegido elegid[oa] escogido seleccionado apostado contratado fichado preferido elegimos optamos escogimos contratamos preferimos apostamos apuesta nos_decantamos nos_inclinamos decidido_por quedado_con nos_quedamos_con seguir_(?:adelante_)?con (?:seguimos|avanzamos|avanzar|continuamos|continuar)_(?:adelante_)?con "
            r"inclinó decantó optó eligió escogió prefirió prefirieron eligieron optaron (?:ofrecido|dado)_(?:el_puesto|la_plaza)_a a_favor_de recaído recayó ganado tirar_por tirado_por",
            _SOMEONE,
            gap=36,
            is_near=True,
            unless=r"fecha día hora te_(?:recib|atender|enseñ|llamar)~ en_paralelo busc~ entrevist~ hueco",
        ),
        Frame(
            Says.REJECTED,
            r"segu(?:ir|iremos|imos)(?:_adelante)? sigues? sigue_adelante contin[uú](?:ar|aremos|amos|as|arás|a) avanz(?:ar|aremos|amos|as|a) pas(?:as|ar|arás|a) selecci?onad[oa] escogid[oa] elegid[oa] encaj~ ajust~ ofrecer(?:te|le) contratar(?:te|le|los) considerar~ contar proceder prosperar prosperado superado superas incluid[oa] finalista preseleccionad[oa] adelante "
            r"tener_en_cuenta tenid[oa]_en_cuenta viable cumpl~ aceptad[oa] apt[oa] (?:ser|sido)_posible salido lo_que_(?:buscamos|busca|buscan|necesitamos|necesita|necesitan|buscábamos)",
            _YOU
            + r" en_el_proceso en_el_siguiente a_la_(?:siguiente|próxima) el_(?:candidato|candidata)_(?:elegid|seleccionad)[oa] (?:has|ha)_(?:sido|resultado)",
            denied=True,
            gap=45,
            unless=r"dudes? hace_falta por_favor solo sólo únicamente fecha hora (?:quieres|quiere|puedes|puede|prefieres|prefiere|deseas) necesitas tienes_que por_teléfono hoy importa pasa_nada problema te_preocupes mi_candidatura",
        ),
        Frame(
            Says.REJECTED,
            r"descartad[oa] descartar(?:te|le)? rechazad[oa] desestimad[oa] desestimar fuera negativ[oa] hasta_aquí termina_aquí dejar(?:lo)?_aquí desfavorable",
            r"(?:tu|su)_(?:\w+_)?(?:candidatura|perfil|solicitud) (?:el|tu|nuestro)_proceso(?=_(?:\w+_)?(?:termina|hasta|acaba)) (?:te|le)_hemos has_(?:quedado|sido) ha_(?:quedado|sido) respuesta resolución",
            gap=30,
            is_near=True,
            unless=r"oferta_de nadie de_plazo oficina presupuesto plaza",
        ),
        Frame(
            Says.WITHDRAWN,
            r"me_(?:retiro|bajo|salgo|descuelgo|aparto|desvinculo|apeo|caigo|borro) (?:retirar|bajar|salir|descolgar|apartar|desvincular|apear|borrar)me retir(?:o|ar|éis|en|es|aseis|asen|áis|ad) renunci(?:o|ar) desist(?:o|ir) declin(?:o|ar) abandon(?:o|ar) dejar(?:lo)? "
            r"(?:quitar|borrar|sacar|eliminar|descart)(?:me|éis|en|es|ad)? (?:quit|borr|sac|elimin)(?:éis|en|es|adme|ad|enme|a) cancelar me_echo_atrás no_conté?i?s_conmigo poner_fin doy_por_(?:terminad|cerrad)[oa] cerrar_mi anular anulo he_decidido_en_contra",
            _PROCESS + r" conmigo",
            is_near=True,
            gap=45,
            unless=r"mi_(?:puesto|trabajo|empleo)_actual puesto_actual (?:de_)?lista_de_correo boletín congreso entrevista_(?:del|de_el|el) la_reunión la_cita ciudad país",
        ),
        Frame(
            Says.WITHDRAWN,
            r"segu(?:ir|iré) sigo continu(?:ar|aré|o) avanzar particip(?:ar|aré) interesad[oa] interesa ser_candidat[oa] tengáis_en_cuenta ir_más_allá presentarme contéis cont(?:éis|en|ad)_conmigo",
            _PROCESS + r" conmigo adelante prefiero decidido",
            denied=True,
            is_near=True,
            gap=45,
            unless=r"sé seguro entiendo solo sólo hoy esta_semana (?:podéis|queréis|habéis|puede|van|va|vais)_~ me_dijeron por_qué sin_saber",
        ),
        Frame(
            Says.OFFERED,
            r"(?:te|le)_(?:queremos|quieren|vinieras|unas|incorpores|incorporases|incorporaras|incorporaría|unieras|sumes|sumaras|vengas|contratamos|fichamos|elegimos|hemos_elegido) (?:contar|quedarnos)_(?:contigo|con_usted) (?:tener|ver|incorporar|contratar|fichar|sumar)(?:te|le) que_seas_tú que_(?:empieces|vengas|trabajes|entres|aceptes) votado_por_ti eres_(?:la_persona|el_candidato|la_candidata)(?:_elegid[oa]|_que) (?:has|ha)_sido_(?:la_persona_)?(?:elegid[oa]|seleccionad[oa])_para_el_puesto",
            r"brutos? salario sueldo contrato \d{2}[.,]?000 \d{2}k empezarías empezando incorporación unánim~ unanimidad todo_el_equipo todos_(?:de_acuerdo|están) a_partir_del condiciones oferta propuesta votado enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            gap=110,
            unless=r"entrevista~ charla llamada reunión café feria newsletter horquilla siguiente_(?:fase|ronda) conocer~ prueba",
        ),
        Frame(
            Says.OFFERED,
            r"es_(?:tuy[oa]|suy[oa]|para_(?:ti|usted)) te_(?:ofrecemos|ofrezco|damos|doy|proponemos|corresponde) le_(?:ofrecemos|ofrezco|damos|proponemos) ofrecer(?:te|le) dar(?:te|le)",
            r"(?:el|la|un|este|esta)_(?:puesto|plaza|trabajo|posición|contrato|vacante)(?!_de_prácticas_no)",
            gap=25,
            is_near=True,
            unless=r"entrevista información conocer detalles cita creo_que_es podría_ser",
        ),
        Frame(
            Says.OFFERED,
            r"adjunt[oa]~ va aquí_tienes aquí_está te_comparto le_comparto prepare ha_llegado (?:te|le)_(?:paso|manda|mando|envío|enviamos|enviaremos|mandamos|enviaré|mandaré|pasaré|preparo|hago_llegar) envío prepar(?:o|amos|ando|ado|aré) redact~ list[oa] para_(?:firmar|tu_firma|su_firma|la_firma) recibirás recibirá llegará va_en_camino borrador",
            r"(?:el|tu|su|un|del)_(?:\w+_)?(?:contrato|precontrato)(?!_de_alquiler) carta_oferta (?:tu|la|nuestra|su|una)_(?:\w+_)?(?:oferta|propuesta_económica)(?!_de_(?:empleo|formación|trabajo_de)) oferta_(?:en_firme|formal|por_escrito|económica) (?:borrador|propuesta)_de_contrato",
            gap=45,
            is_near=True,
            unless=r"firmad[oa] actual anterior alquiler modelo sería abonar clic",
        ),
        Frame(
            Says.AGREED,
            r"firm(?:o|ado|ada|aré|ar|amos) acept(?:o|ar|ado|aré) digo_que_sí he_dicho_que_sí de_acuerdo conforme adelante devuelvo",
            r"(?:el|la|vuestra|tu|su|mi|los|las)_(?:\w+_)?(?:contrato|oferta|propuesta|puesto|plaza|copia|documentos|papeles|condiciones) contrato_firmado cuenta_conmigo contad_conmigo",
            gap=45,
            is_near=True,
            unless=r"alquiler piso hipoteca coche otr[oa] pensar~ fin_de_semana dudas? entrevista reunión hipotec~ invitación",
        ),
        Frame(
            Says.AGREED,
            r"sí(?:_(?:quiero|acepto|claro|por_supuesto|rotundo))? cuent[ae]n?_conmigo contad_conmigo me_apunto (?:encantad[oa]|feliz|content[oa]|ilusionad[oa]|ganas)_de_(?:unirme|incorporarme|empezar|sumarme|formar_parte|trabajar|aceptar) será_un_placer_(?:unirme|incorporarme)",
            r"contrato firm~ acept~ equipo oferta puesto propuesta incorpor~ empezar",
            gap=60,
            unless=r"pensar~ pero duda~ entrevista reunión llamada pregunt~",
        ),
        Frame(
            Says.WELCOMED,
            r"recibido tenemos llegado gracias nos_llegó recibimos",
            r"(?:contrato|copia|oferta|documento|ejemplar)s?_(?:\w+_)?(?:contra)?firmad[oa]s? (?:contrato|copia|documento)_con_(?:la|tu|su)_firma (?:tu|su)_(?:sí|aceptación|conformidad)",
            gap=40,
            unless=r"cuando en_cuanto espera~",
        ),
        Frame(
            Says.WELCOMED,
            r"bienvenid[oa]_(?:al|a_(?:nuestro|la|bordo|esta)|a_nuestra) (?:qué_alegría|qué_bien|encantad[oa]s?|content[oa]s?|felices)_(?:\w+_){0,2}que_(?:te_(?:vengas|unas|incorpores|sumes)|hayas_(?:aceptado|dicho)|vengas|vayas) (?:tu|su)_primer_día tu_incorporación_(?:el|será)",
            unless=r"entrevista visita jornada_de_puertas",
        ),
        Frame(
            Says.LAST,
            r"(?:entrevista|ronda|fase|etapa|reunión|charla|conversación|prueba|vuelta|encuentro|criba|filtro|paso)s?",
            r"final(?:es)? definitiv[oa] decisiv[oa] de_cierre últim[oa](?=_(?:\w+_)?(?:ronda|fase|etapa|criba|filtro|paso|vuelta|prueba)) conclusiv[oa]",
            gap=14,
            is_near=True,
            unless=r"luego después tres cuatro más_adelante versión consta",
        ),
        Frame(
            Says.LAST,
            r"(?:solo|sólo|únicamente)_(?:te_)?(?:queda|falta)s?(?:_\w+)? (?:llegado|pasado|pasas|estás)_(?:a|en)_la_(?:gran_)?final finalistas? queda[ns]?_(?:solo_)?dos",
            r"te has pasas charla hablar entrevista reunión otra_persona candidat~ paso conocer",
            gap=40,
            is_near=True,
            unless=r"días horas huecos plazas semana confirmar enviar",
        ),
        Frame(
            Says.LAST,
            r"últim[oa]_(?:\w+_)?(?:entrevista|reunión|charla|conversación|encuentro|paso)",
            r"antes_de_(?:decidir|la_decisión|tomar) solo_(?:queda|falta)~ sólo_(?:queda|falta)~ queda falta sería para_la pasas",
            gap=50,
            unless=r"luego después tres nuestra_última en_la_última desde",
        ),
        Frame(
            Says.WITHDRAWN,
            r"quedarme me_quedo seguir sigo continuar permanecer",
            r"donde_estoy en_mi_(?:puesto|empresa|trabajo)(?:_actual)? en_la_empresa_(?:actual|en_la_que_estoy)",
            gap=14,
            is_near=True,
            unless=r"hasta preaviso hotel todavía aún",
        ),
        Frame(
            Says.REJECTED,
            r"(?:continuar|continuamos|seguir|seguimos|avanzar|avanzamos|quedamos|quedarnos|quedado)_con_(?:otr\w+|alguien)_?\w* (?:no_ha_podido|no_pudo|no_va_a_poder|no_podrá)_ser esta_vez_no (?:ido|ir|van|vamos|apostado|apostar|apuestan)_(?:con|por)_(?:otr\w+|alguien|una_persona|un_perfil) (?:decidido|decantado|inclinado|resuelto)_(?:\w+_){0,3}(?:por|a_favor_de)_(?:otr\w+|alguien|una_persona|un_perfil)\w* mejor_no_esperes no_cuentan_contigo",
            unless=r"martes lunes miércoles jueves viernes hora sala cita fecha",
            any_polarity=True,
        ),
        Frame(
            Says.FILLED,
            r"par(?:an|amos|ado|ada|aron) (?:vuelv\w+|volver\w*)_a_(?:publicar|convocar|sacar|abrir) (?:queda|quedado|declarad[oa])_desiert[oa] (?:se_la_queda|se_queda_con|cubre|ocupará)_(?:\w+_){0,2}(?:alguien_de|una_persona_de|un_compañero|una_compañera|interno)\w*",
            r"contratación contrataciones proceso vacante plaza puesto búsqueda selección convocatoria concurso",
            gap=40,
            unless=r"entrevista_del hora",
        ),
        Frame(
            Says.WITHDRAWN,
            r"no_(?:contéis|cuenten|cuentes)_(?:\w+_)?conmigo (?:firmado|dicho_que_sí|comprometido)_(?:\w+_)?(?:en_otr[oa]_\w+|con_otr[oa]\w*|en_otro_sitio) se_me_ha_(?:abierto|presentado)_otra_(?:puerta|oportunidad)_y_(?:la_|he_)\w+ (?:sigan|sigáis|sigue|seguid)_(?:\w+_)?(?:sin_mí|con_los_demás|con_las_demás|con_el_resto) (?:doy|dejo|cedo)_mi_(?:sitio|plaza|lugar) me_bajo_(?:aquí|del)",
            unless=r"martes lunes miércoles jueves viernes si hora",
            any_polarity=True,
        ),
        Frame(
            Says.AGREED,
            r"cuenta_conmigo contad_conmigo cuente_conmigo (?:mi_)?respuesta_es_(?:un_)?sí me_(?:incorporo|uno|apunto)_(?:con_|al_equipo|encantad)\w* acepto_(?:el_puesto|la_oferta|la_plaza|encantad[oa]|vuestra|su|tu)\w*",
            unless=r"entrevista martes lunes miércoles jueves viernes cita llamada hueco reunión",
        ),
        Frame(
            Says.FILLED,
            r"cubiert[oa] adjudicad[oa] ocupad[oa]",
            r"est[ae](?=_(?:ha|ya|fue|está)) la_misma el_mismo dicha_plaza",
            gap=24,
            is_near=True,
            unless=r"room raum sala salle zaal form formulaire formular slot table car if wenn si",
        ),
        Frame(
            Says.OFFERED,
            r"(?:propuesto|acordado|aprobado)_su_(?:contratación|nombramiento|incorporación) formalizar_el_contrato bienvenid[oa]_a_bordo_si te_hacen_oferta te_hacemos_oferta (?:dado|das|des)_el_visto_bueno_(?:a_tu|al_contrato)",
            unless=r"entrevista tribunal_se_reúne",
        ),
        Frame(
            Says.AGREED,
            r"firmado_y_(?:escaneado|enviado|devuelto|listo) (?:estoy_)?deseando_(?:empezar|incorporarme) con_muchas_ganas_de_(?:empezar|incorporarme)",
            unless=r"entrevista martes jueves prueba",
        ),
    ),
)
