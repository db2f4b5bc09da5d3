<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>musnad</name>
    <message numerus="yes">
        <source>{n} already here</source>
        <translation>
            <numerusform>{n} already here</numerusform>
            <numerusform>{n} already here</numerusform>
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
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} file could not be read</numerusform>
            <numerusform>{n} files could not be read</numerusform>
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
        <source>{n} marks</source>
        <translation>
            <numerusform>{n} mark</numerusform>
            <numerusform>{n} marks</numerusform>
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
        <source>{n} words</source>
        <translation>
            <numerusform>{n} word</numerusform>
            <numerusform>{n} words</numerusform>
        </translation>
    </message>
</context>
</TS>
