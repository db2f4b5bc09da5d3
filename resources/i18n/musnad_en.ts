<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>musnad</name>
    <message numerus="yes">
        <source>Add {n} copies in reading order</source>
        <translation>
            <numerusform>Add a copy in reading order</numerusform>
            <numerusform>Add {n} copies in reading order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign {n} articles</source>
        <translation>
            <numerusform>Assign {n} article</numerusform>
            <numerusform>Assign {n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop {n} files here: what would come in is shown first</source>
        <translation>
            <numerusform>Drop {n} file here: what would come in is shown first</numerusform>
            <numerusform>Drop {n} files here: what would come in is shown first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finish the gold reading: {n} left</source>
        <translation>
            <numerusform>Finish the gold reading: {n} left</numerusform>
            <numerusform>Finish the gold reading: {n} left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} articles</source>
        <translation>
            <numerusform>Import {n} article</numerusform>
            <numerusform>Import {n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} datasets</source>
        <translation>
            <numerusform>Import {n} dataset</numerusform>
            <numerusform>Import {n} datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} files as articles all the same</source>
        <translation>
            <numerusform>Import the file as an article all the same</numerusform>
            <numerusform>Import {n} files as articles all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned; {n} suggestions wait for an answer</source>
        <translation>
            <numerusform>Learned; {n} suggestion waits for an answer</numerusform>
            <numerusform>Learned; {n} suggestions wait for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} places</source>
        <translation>
            <numerusform>Mark {n} place</numerusform>
            <numerusform>Mark {n} places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} actors into one</source>
        <translation>
            <numerusform>Merge {n} actor into one</numerusform>
            <numerusform>Merge {n} actors into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} statements into one</source>
        <translation>
            <numerusform>Merge {n} statement into one</numerusform>
            <numerusform>Merge {n} statements into one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} claims to a new statement</source>
        <translation>
            <numerusform>Move the claim to a new statement</numerusform>
            <numerusform>Move {n} claims to a new statement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} mentions to a new actor</source>
        <translation>
            <numerusform>Move the mention to a new actor</numerusform>
            <numerusform>Move {n} mentions to a new actor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recode {n} claims</source>
        <translation>
            <numerusform>Recode {n} claim</numerusform>
            <numerusform>Recode {n} claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refuse {n} suggestions</source>
        <translation>
            <numerusform>Refuse {n} suggestion</numerusform>
            <numerusform>Refuse {n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} agreed marks, finish the gold reading</source>
        <translation>
            <numerusform>Take {n} agreed mark, finish the gold reading</numerusform>
            <numerusform>Take {n} agreed marks, finish the gold reading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} suggestions</source>
        <translation>
            <numerusform>Take {n} suggestion</numerusform>
            <numerusform>Take {n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The format has no place for {n} kinds of things:</source>
        <translation>
            <numerusform>The format has no place for {n} kind of things:</numerusform>
            <numerusform>The format has no place for {n} kinds of things:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two readers differ on {n} lines (page {pages})</source>
        <translation>
            <numerusform>Two readers differ on {n} line (page {pages})</numerusform>
            <numerusform>Two readers differ on {n} lines (page {pages})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which one stays? It gains the names of the other {n}, with their mentions in all readings.</source>
        <translation>
            <numerusform>Which one stays? It gains the names of the other one, with its mentions in all readings.</numerusform>
            <numerusform>Which one stays? It gains the names of the other {n}, with their mentions in all readings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which one stays? It gains the notes of the other {n}, with their claims in all readings.</source>
        <translation>
            <numerusform>Which one stays? It gains the notes of the other one, with its claims in all readings.</numerusform>
            <numerusform>Which one stays? It gains the notes of the other {n}, with their claims in all readings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write {n} articles</source>
        <translation>
            <numerusform>Write {n} article</numerusform>
            <numerusform>Write {n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} others</source>
        <translation>
            <numerusform>and {n} other</numerusform>
            <numerusform>and {n} others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change marks {n} times</source>
        <translation>
            <numerusform>change marks once</numerusform>
            <numerusform>change marks {n} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change whether the sources of {n} claims agree</source>
        <translation>
            <numerusform>change whether the source of {n} claim agrees</numerusform>
            <numerusform>change whether the sources of {n} claims agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change {n} actors</source>
        <translation>
            <numerusform>change {n} actor</numerusform>
            <numerusform>change {n} actors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decide {n} differences</source>
        <translation>
            <numerusform>decide {n} difference</numerusform>
            <numerusform>decide {n} differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete {n} marks</source>
        <translation>
            <numerusform>delete {n} mark</numerusform>
            <numerusform>delete {n} marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for {n} articles nobody is left who has not read them</source>
        <translation>
            <numerusform>for {n} article nobody is left who has not read it</numerusform>
            <numerusform>for {n} articles nobody is left who has not read them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import {n} articles</source>
        <translation>
            <numerusform>import {n} article</numerusform>
            <numerusform>import {n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lacks {n} letters of {languages}</source>
        <translation>
            <numerusform>lacks {n} letter of {languages}</numerusform>
            <numerusform>lacks {n} letters of {languages}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>link {n} claims to a statement</source>
        <translation>
            <numerusform>link {n} claim to a statement</numerusform>
            <numerusform>link {n} claims to a statement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>make {n} assignments</source>
        <translation>
            <numerusform>make {n} assignment</numerusform>
            <numerusform>make {n} assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark {n} articles as done</source>
        <translation>
            <numerusform>mark the article as done</numerusform>
            <numerusform>mark {n} articles as done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark {n} places</source>
        <translation>
            <numerusform>mark {n} place</numerusform>
            <numerusform>mark {n} places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refuse {n} suggestions</source>
        <translation>
            <numerusform>refuse {n} suggestion</numerusform>
            <numerusform>refuse {n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove {n} articles</source>
        <translation>
            <numerusform>remove {n} article</numerusform>
            <numerusform>remove {n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take {n} assignments back</source>
        <translation>
            <numerusform>take {n} assignment back</numerusform>
            <numerusform>take {n} assignments back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take {n} suggestions</source>
        <translation>
            <numerusform>take {n} suggestion</numerusform>
            <numerusform>take {n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first {n} are shown</source>
        <translation>
            <numerusform>the first is shown</numerusform>
            <numerusform>the first {n} are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unlink {n} claims from their statement</source>
        <translation>
            <numerusform>unlink {n} claim from its statement</numerusform>
            <numerusform>unlink {n} claims from their statement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of {n} marks ({share})</source>
        <translation>
            <numerusform>{count} of {n} mark ({share})</numerusform>
            <numerusform>{count} of {n} marks ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors</source>
        <translation>
            <numerusform>{n} actor</numerusform>
            <numerusform>{n} actors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors added</source>
        <translation>
            <numerusform>{n} actor added</numerusform>
            <numerusform>{n} actors added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors are chosen.</source>
        <translation>
            <numerusform>{n} actor is chosen.</numerusform>
            <numerusform>{n} actors are chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors are now {name}. Undo takes it back.</source>
        <translation>
            <numerusform>{n} actor is now {name}. Undo takes it back.</numerusform>
            <numerusform>{n} actors are now {name}. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors as before</source>
        <translation>
            <numerusform>{n} actor as before</numerusform>
            <numerusform>{n} actors as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors changed</source>
        <translation>
            <numerusform>{n} actor changed</numerusform>
            <numerusform>{n} actors changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} agree</source>
        <translation>
            <numerusform>{n} agrees</numerusform>
            <numerusform>{n} agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already here</source>
        <translation>
            <numerusform>{n} already here</numerusform>
            <numerusform>{n} already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers</source>
        <translation>
            <numerusform>{n} answer</numerusform>
            <numerusform>{n} answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers: {what}</source>
        <translation>
            <numerusform>{n} answer: {what}</numerusform>
            <numerusform>{n} answers: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} art.</source>
        <translation>
            <numerusform>{n} art.</numerusform>
            <numerusform>{n} art.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles</source>
        <translation>
            <numerusform>{n} article</numerusform>
            <numerusform>{n} articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles added</source>
        <translation>
            <numerusform>{n} article added</numerusform>
            <numerusform>{n} articles added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles are now: {status}</source>
        <translation>
            <numerusform>{n} article is now: {status}</numerusform>
            <numerusform>{n} articles are now: {status}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles chosen</source>
        <translation>
            <numerusform>{n} article chosen</numerusform>
            <numerusform>{n} articles chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles come in</source>
        <translation>
            <numerusform>{n} article comes in</numerusform>
            <numerusform>{n} articles come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles left for you</source>
        <translation>
            <numerusform>{n} article left for you</numerusform>
            <numerusform>{n} articles left for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles not read, in a language that it does not know</source>
        <translation>
            <numerusform>{n} article not read, in a language that it does not know</numerusform>
            <numerusform>{n} articles not read, in a language that it does not know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles removed, with everyone’s marks</source>
        <translation>
            <numerusform>{n} article removed, with everyone’s marks</numerusform>
            <numerusform>{n} articles removed, with everyone’s marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles seem to stand in the order of the screen, as PDF files give them: last letter first.</source>
        <translation>
            <numerusform>{n} article seems to stand in the order of the screen, as PDF files give it: last letter first.</numerusform>
            <numerusform>{n} articles seem to stand in the order of the screen, as PDF files give them: last letter first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles taken back</source>
        <translation>
            <numerusform>{n} article taken back</numerusform>
            <numerusform>{n} articles taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles to review</source>
        <translation>
            <numerusform>{n} article to review</numerusform>
            <numerusform>{n} articles to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles with two readings or more</source>
        <translation>
            <numerusform>{n} article with two readings or more</numerusform>
            <numerusform>{n} articles with two readings or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} assignments</source>
        <translation>
            <numerusform>{n} assignment</numerusform>
            <numerusform>{n} assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attributions</source>
        <translation>
            <numerusform>{n} attribution</numerusform>
            <numerusform>{n} attributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups are kept in the folder {name}</source>
        <translation>
            <numerusform>{n} backup is kept in the folder {name}</numerusform>
            <numerusform>{n} backups are kept in the folder {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cannot be read</source>
        <translation>
            <numerusform>{n} cannot be read</numerusform>
            <numerusform>{n} cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes are not saved yet: another program is writing to {project}. The project is closed as soon as they are saved.</source>
        <translation>
            <numerusform>{n} change is not saved yet: another program is writing to {project}. The project is closed as soon as it is saved.</numerusform>
            <numerusform>{n} changes are not saved yet: another program is writing to {project}. The project is closed as soon as they are saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes taken in; one undo takes them back</source>
        <translation>
            <numerusform>{n} change taken in; one undo takes it back</numerusform>
            <numerusform>{n} changes taken in; one undo takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes wait to be saved</source>
        <translation>
            <numerusform>{n} change waits to be saved</numerusform>
            <numerusform>{n} changes wait to be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters</source>
        <translation>
            <numerusform>{n} character</numerusform>
            <numerusform>{n} characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters of the page around the article were left out</source>
        <translation>
            <numerusform>{n} character of the page around the article was left out</numerusform>
            <numerusform>{n} characters of the page around the article were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims</source>
        <translation>
            <numerusform>{n} claim</numerusform>
            <numerusform>{n} claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims were recoded. Undo takes it back.</source>
        <translation>
            <numerusform>{n} claim was recoded. Undo takes it back.</numerusform>
            <numerusform>{n} claims were recoded. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims would move</source>
        <translation>
            <numerusform>{n} claim would move</numerusform>
            <numerusform>{n} claims would move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} control characters were replaced by �</source>
        <translation>
            <numerusform>{n} control character was replaced by �</numerusform>
            <numerusform>{n} control characters were replaced by �</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} copies in reading order were added; the originals are untouched.</source>
        <translation>
            <numerusform>{n} copy in reading order was added; the original is untouched.</numerusform>
            <numerusform>{n} copies in reading order were added; the originals are untouched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} datasets</source>
        <translation>
            <numerusform>{n} dataset</numerusform>
            <numerusform>{n} datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} decided</source>
        <translation>
            <numerusform>{n} decided</numerusform>
            <numerusform>{n} decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} differences</source>
        <translation>
            <numerusform>{n} difference</numerusform>
            <numerusform>{n} differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} direction overrides, shown without their effect</source>
        <translation>
            <numerusform>{n} direction override, shown without its effect</numerusform>
            <numerusform>{n} direction overrides, shown without their effect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} disagree</source>
        <translation>
            <numerusform>{n} disagrees</numerusform>
            <numerusform>{n} disagree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} done</source>
        <translation>
            <numerusform>{n} done</numerusform>
            <numerusform>{n} done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} edges</source>
        <translation>
            <numerusform>{n} edge</numerusform>
            <numerusform>{n} edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors ({share})</source>
        <translation>
            <numerusform>{n} error ({share})</numerusform>
            <numerusform>{n} errors ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} file could not be read</numerusform>
            <numerusform>{n} files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of near-duplicates</source>
        <translation>
            <numerusform>{n} group of near-duplicates</numerusform>
            <numerusform>{n} groups of near-duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} here already gain an origin</source>
        <translation>
            <numerusform>{n} here already gains an origin</numerusform>
            <numerusform>{n} here already gain an origin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden characters</source>
        <translation>
            <numerusform>{n} hidden character</numerusform>
            <numerusform>{n} hidden characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hits</source>
        <translation>
            <numerusform>{n} hit</numerusform>
            <numerusform>{n} hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in progress</source>
        <translation>
            <numerusform>{n} in progress</numerusform>
            <numerusform>{n} in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} letters</source>
        <translation>
            <numerusform>{n} letter</numerusform>
            <numerusform>{n} letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} letters are stored as they are drawn (presentation forms)</source>
        <translation>
            <numerusform>{n} letter is stored as it is drawn (presentation form)</numerusform>
            <numerusform>{n} letters are stored as they are drawn (presentation forms)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} line ends ({kinds}) were made alike</source>
        <translation>
            <numerusform>{n} line end ({kinds}) was made alike</numerusform>
            <numerusform>{n} line ends ({kinds}) were made alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <translation>
            <numerusform>{n} link</numerusform>
            <numerusform>{n} links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links are kept and not shown.</source>
        <translation>
            <numerusform>{n} link is kept and not shown.</numerusform>
            <numerusform>{n} links are kept and not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}</source>
        <translation>
            <numerusform>{n} link of the kind {what}</numerusform>
            <numerusform>{n} links of the kind {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}, between marks that it may no longer join</source>
        <translation>
            <numerusform>{n} link of the kind {what}, between marks that it may no longer join</numerusform>
            <numerusform>{n} links of the kind {what}, between marks that it may no longer join</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}, more than are allowed</source>
        <translation>
            <numerusform>{n} link of the kind {what}, more than are allowed</numerusform>
            <numerusform>{n} links of the kind {what}, more than are allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks</source>
        <translation>
            <numerusform>{n} mark</numerusform>
            <numerusform>{n} marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks and links are what they were</source>
        <translation>
            <numerusform>{n} mark or link is what it was</numerusform>
            <numerusform>{n} marks and links are what they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks and links have no place in the project and stay out</source>
        <translation>
            <numerusform>{n} mark or link has no place in the project and stays out</numerusform>
            <numerusform>{n} marks and links have no place in the project and stay out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks were decided</source>
        <translation>
            <numerusform>{n} mark was decided</numerusform>
            <numerusform>{n} marks were decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks with the label {what}</source>
        <translation>
            <numerusform>{n} mark with the label {what}</numerusform>
            <numerusform>{n} marks with the label {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks with the label {what}, which name an actor of the registry</source>
        <translation>
            <numerusform>{n} mark with the label {what}, which names an actor of the registry</numerusform>
            <numerusform>{n} marks with the label {what}, which name an actor of the registry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mentions</source>
        <translation>
            <numerusform>{n} mention</numerusform>
            <numerusform>{n} mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation>
            <numerusform>{n} minute</numerusform>
            <numerusform>{n} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>{n} more</numerusform>
            <numerusform>{n} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more labels</source>
        <translation>
            <numerusform>{n} more label</numerusform>
            <numerusform>{n} more labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more rooms</source>
        <translation>
            <numerusform>{n} more room</numerusform>
            <numerusform>{n} more rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new assignments</source>
        <translation>
            <numerusform>{n} new assignment</numerusform>
            <numerusform>{n} new assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new comments</source>
        <translation>
            <numerusform>{n} new comment</numerusform>
            <numerusform>{n} new comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new decisions</source>
        <translation>
            <numerusform>{n} new decision</numerusform>
            <numerusform>{n} new decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new links</source>
        <translation>
            <numerusform>{n} new link</numerusform>
            <numerusform>{n} new links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nodes</source>
        <translation>
            <numerusform>{n} node</numerusform>
            <numerusform>{n} nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not begun</source>
        <translation>
            <numerusform>{n} not begun</numerusform>
            <numerusform>{n} not begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of your marks stand as you made them; nothing else was decided.</source>
        <translation>
            <numerusform>{n} of your marks stands as you made it; nothing else was decided.</numerusform>
            <numerusform>{n} of your marks stand as you made them; nothing else was decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {count} attributions</source>
        <translation>
            <numerusform>{n} of {count} attributions</numerusform>
            <numerusform>{n} of {count} attributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {of} claims would change</source>
        <translation>
            <numerusform>{n} of {of} claims would change</numerusform>
            <numerusform>{n} of {of} claims would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open comments</source>
        <translation>
            <numerusform>{n} open comment</numerusform>
            <numerusform>{n} open comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <translation>
            <numerusform>{n} other</numerusform>
            <numerusform>{n} others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages are pictures and have no text ({pages})</source>
        <translation>
            <numerusform>{n} page is a picture and has no text ({pages})</numerusform>
            <numerusform>{n} pages are pictures and have no text ({pages})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation>
            <numerusform>{n} place</numerusform>
            <numerusform>{n} places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places marked; one undo takes them back</source>
        <translation>
            <numerusform>{n} place marked; one undo takes it back</numerusform>
            <numerusform>{n} places marked; one undo takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} points</source>
        <translation>
            <numerusform>{n} point</numerusform>
            <numerusform>{n} points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} readings</source>
        <translation>
            <numerusform>{n} reading</numerusform>
            <numerusform>{n} readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} readings are hidden from you until yours are done, and were left out.</source>
        <translation>
            <numerusform>{n} reading is hidden from you until yours is done, and was left out.</numerusform>
            <numerusform>{n} readings are hidden from you until yours are done, and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows merged</source>
        <translation>
            <numerusform>{n} row merged</numerusform>
            <numerusform>{n} rows merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows wait for what they belong to.</source>
        <translation>
            <numerusform>{n} row waits for what it belongs to.</numerusform>
            <numerusform>{n} rows wait for what they belong to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were left behind, because no Musnad wrote them.</source>
        <translation>
            <numerusform>{n} row was left behind, because no Musnad wrote it.</numerusform>
            <numerusform>{n} rows were left behind, because no Musnad wrote them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} settled; one undo takes them back</source>
        <translation>
            <numerusform>{n} settled; one undo takes it back</numerusform>
            <numerusform>{n} settled; one undo takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements</source>
        <translation>
            <numerusform>{n} statement</numerusform>
            <numerusform>{n} statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements are chosen.</source>
        <translation>
            <numerusform>{n} statement is chosen.</numerusform>
            <numerusform>{n} statements are chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements are now {name}. Undo takes it back.</source>
        <translation>
            <numerusform>{n} statement is now {name}. Undo takes it back.</numerusform>
            <numerusform>{n} statements are now {name}. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements in the registry</source>
        <translation>
            <numerusform>{n} statement in the registry</numerusform>
            <numerusform>{n} statements in the registry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions</source>
        <translation>
            <numerusform>{n} suggestion</numerusform>
            <numerusform>{n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions   ·   {Tab} walks them</source>
        <translation>
            <numerusform>{n} suggestion   ·   {Tab} goes to it</numerusform>
            <numerusform>{n} suggestions   ·   {Tab} walks them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions not answered</source>
        <translation>
            <numerusform>{n} suggestion not answered</numerusform>
            <numerusform>{n} suggestions not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions refused; one undo brings them back</source>
        <translation>
            <numerusform>{n} suggestion refused; one undo brings it back</numerusform>
            <numerusform>{n} suggestions refused; one undo brings them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions taken; one undo gives them back</source>
        <translation>
            <numerusform>{n} suggestion taken; one undo gives it back</numerusform>
            <numerusform>{n} suggestions taken; one undo gives them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things in this project do not hold together.</source>
        <translation>
            <numerusform>{n} thing in this project does not hold together.</numerusform>
            <numerusform>{n} things in this project do not hold together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things were made anew.</source>
        <translation>
            <numerusform>{n} thing was made anew.</numerusform>
            <numerusform>{n} things were made anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} threads</source>
        <translation>
            <numerusform>{n} thread</numerusform>
            <numerusform>{n} threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ties assigned</source>
        <translation>
            <numerusform>{n} tie assigned</numerusform>
            <numerusform>{n} ties assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} units</source>
        <translation>
            <numerusform>{n} unit</numerusform>
            <numerusform>{n} units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} without a day</source>
        <translation>
            <numerusform>{n} without a day</numerusform>
            <numerusform>{n} without a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
</TS>
